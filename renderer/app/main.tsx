import { createRoot } from 'react-dom/client';

const element = document.getElementById('root');
if (element) {
  createRoot(element).render(
    <main>
      <h1>公道</h1>
    </main>,
  );
}
