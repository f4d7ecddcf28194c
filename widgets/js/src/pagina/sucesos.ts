// Los sucesos de window con que la página y los componentes se hablan.
export interface DetalleDeGuardado { version: number; hora: string; frase: string; deshacer: boolean; rehacer: boolean; nombre: string; mesa?: string }
export interface DetalleDeIr { tiempo: string; ancla?: string }
export interface DetalleDeAviso { texto?: string; frase?: string; clase?: string; tono?: string; deshacer?: boolean }

/** Escucha un suceso de window y entrega su detalle. */
export function alSuceder<T>(nombre: string, hacer: (detalle: T) => void): void {
  window.addEventListener(nombre, (s) => hacer((s as CustomEvent<T>).detail));
}

export const avisar = (nombre: string, detalle?: unknown, en: EventTarget = window): boolean =>
  en.dispatchEvent(new CustomEvent(nombre, { detail: detalle }));
