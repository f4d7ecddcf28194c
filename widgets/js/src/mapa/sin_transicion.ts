// Ocupa el lugar de d3-transition y d3-interpolate dentro de d3-zoom, que sólo los usa para animar e interrumpir
// transiciones suyas. El mapa anima por su cuenta (animar.ts): son 40 KB menos.
import { selection } from "d3-selection";

(selection.prototype as unknown as { interrupt: () => unknown }).interrupt = function (this: unknown) { return this; };
export const interrupt = (): void => {};
export const interpolateZoom = <T>(_desde: T, hasta: T) => (): T => hasta;
