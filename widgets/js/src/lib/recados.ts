// Pedidos entre componentes de una misma página: quien los atiende puede llegar después de que se hicieron.
const VIGENCIA = 10_000;
interface Recado { detail: unknown; hora: number }
type ConBuzon = Window & { mesaRecados?: Map<string, Recado> };

const buzon = (): Map<string, Recado> => ((window as ConBuzon).mesaRecados ??= new Map());

/** Manda el pedido; si nadie lo toma (con `preventDefault`), lo deja esperando diez segundos. */
export function encargar(desde: EventTarget, suceso: string, detail: unknown): void {
  const nadie = desde.dispatchEvent(new CustomEvent(suceso, { bubbles: true, cancelable: true, detail }));
  if (nadie) buzon().set(suceso, { detail, hora: Date.now() });
}

/** Escucha esos pedidos, y también el que quedó esperando; devuelve cómo dejar de hacerlo. */
export function atender<T>(suceso: string, alPedir: (s: CustomEvent<T>) => void): () => void {
  const oir = (s: Event): void => alPedir(s as CustomEvent<T>);
  window.addEventListener(suceso, oir);
  // Al próximo cuadro, cuando ya está en la página: quien no se ve no lo toma.
  requestAnimationFrame(() => recoger(suceso, alPedir));
  return () => window.removeEventListener(suceso, oir);
}

function recoger<T>(suceso: string, alPedir: (s: CustomEvent<T>) => void): void {
  const recado = buzon().get(suceso);
  if (!recado) return;
  const s = new CustomEvent(suceso, { cancelable: true, detail: recado.detail as T });
  if (Date.now() - recado.hora < VIGENCIA) alPedir(s);
  if (s.defaultPrevented || Date.now() - recado.hora >= VIGENCIA) buzon().delete(suceso);
}
