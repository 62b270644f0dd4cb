import type { ReactNode } from 'react';

/** A part of the intake page: heading, one line of help, fields. */
export function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className="gd-section">
      <h2>{title}</h2>
      {help && <p className="gd-quiet">{help}</p>}
      {children}
    </section>
  );
}
