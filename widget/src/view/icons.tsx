import { h } from 'preact';
const icon = (d: string) => () => <svg viewBox="0 0 24 24" aria-hidden="true"><path d={d} /></svg>;

export const Cross = icon('M6 6l12 12M18 6L6 18');
export const Pen = icon('M12 20h8M5 15l10-10 4 4L9 19H5z');
export const Star = icon('M12 4l2.5 5.2 5.5.7-4 3.9 1 5.6-5-2.8-5 2.8 1-5.6-4-3.9 5.5-.7z');
export const Arrow = icon('M12 20V5M5 12l7-7 7 7');
export const Chevron = icon('M9 5l7 7-7 7');
export const Down = icon('M5 9l7 7 7-7');
export const Picture = icon('M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4');
