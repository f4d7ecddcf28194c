// Arrastrar con puntero o dedo; Esc, o que el sistema corte el gesto, restaura.
export interface Gesto {
  mover: (dx: number, dy: number, suceso: PointerEvent) => void;
  soltar: (dx: number, dy: number, suceso: PointerEvent) => void;
  cancelar: () => void;
  /** No alcanzó a ser arrastre. */
  pulsar: (suceso: PointerEvent) => void;
}

const UMBRAL_DE_ARRASTRE = 4;

export function arrastrar(inicio: PointerEvent, nodo: Element, gesto: Gesto): void {
  if (inicio.button !== 0) return;
  let empezo = false;
  const delta = (s: PointerEvent): [number, number] => [s.clientX - inicio.clientX, s.clientY - inicio.clientY];
  const alMover = (s: PointerEvent): void => {
    if (s.pointerId !== inicio.pointerId) return;
    const [dx, dy] = delta(s);
    empezo ||= Math.hypot(dx, dy) > UMBRAL_DE_ARRASTRE;
    if (empezo) gesto.mover(dx, dy, s);
  };
  const alSoltar = (s: PointerEvent): void => {
    if (s.pointerId !== inicio.pointerId) return;
    terminar();
    if (empezo) gesto.soltar(...delta(s), s);
    else gesto.pulsar(s);
  };
  const alCortar = (): void => { terminar(); if (empezo) gesto.cancelar(); };
  const alTeclear = (s: KeyboardEvent): void => {
    if (s.key !== "Escape") return;
    s.stopPropagation();
    alCortar();
  };
  const escuchas = { pointermove: alMover, pointerup: alSoltar, pointercancel: alCortar } as unknown as Record<string, EventListener>;
  const terminar = (): void => {
    for (const [k, f] of Object.entries(escuchas)) nodo.removeEventListener(k, f);
    window.removeEventListener("keydown", alTeclear, true);
    if (nodo.hasPointerCapture(inicio.pointerId)) nodo.releasePointerCapture(inicio.pointerId);
  };
  nodo.setPointerCapture(inicio.pointerId);
  for (const [k, f] of Object.entries(escuchas)) nodo.addEventListener(k, f);
  window.addEventListener("keydown", alTeclear, true);
}
