// Un movimiento suave, o ninguno si la persona prefiere menos movimiento.
export const sinMovimiento = (): boolean => typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Llama a `poner` con t de 0 a 1 durante `ms`; termina siempre en 1 y después llama a `fin`. */
export function animar(ms: number, poner: (t: number) => void, fin: () => void = () => {}): void {
  if (ms <= 0 || sinMovimiento() || document.hidden) {
    poner(1);
    fin();
    return;
  }
  const inicio = performance.now();
  const paso = (ahora: number): void => {
    const t = Math.min(1, Math.max(0, (ahora - inicio) / ms));
    poner(t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);
    if (t < 1) requestAnimationFrame(paso);
    else fin();
  };
  requestAnimationFrame(paso);
}
