import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { detectPlatform } from '../transport/index.ts';
import { setPlatform } from '../transport/platform.ts';
import { App } from './App.tsx';
import './base.css';
import '../ui/ui.css';
import { startTranslations } from './i18n.ts';

// The page's policy forbids code made from text, with which zod would otherwise try to speed itself up.
z.config({ jitless: true });

setPlatform(detectPlatform());
await startTranslations();

const element = document.getElementById('root');
if (element) createRoot(element).render(<App />);
