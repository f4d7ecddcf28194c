// La forma y el color de cada sector: la forma dobla siempre al color.
import { s } from "./dom.ts";
import { FICHAS } from "./fichas.ts";
import { SECTORES } from "./textos.ts";

type Forma = "cuadrado" | "rombo" | "triangulo" | "circulo" | "hexagono";

// Radios que igualan la superficie de cada forma a la de un círculo de radio 1.
const ESQUINAS: Record<Exclude<Forma, "circulo">, { lados: number; giro: number; radio: number }> = {
  cuadrado: { lados: 4, giro: 45, radio: 1.253 },
  rombo: { lados: 4, giro: 0, radio: 1.3 },
  triangulo: { lados: 3, giro: -90, radio: 1.55 },
  hexagono: { lados: 6, giro: 0, radio: 1.1 },
};

const sectorDe = (sector: string) => (FICHAS.sector as Record<string, { color: string; forma: Forma }>)[sector];

export const colorDeSector = (sector: string): string => sectorDe(sector)?.color ?? FICHAS.color.tinta_2;

/** El trazo SVG de la forma de un sector, centrado en (0, 0), con la superficie de un círculo de ese radio. */
export function trazoDeSector(sector: string, radio: number): string {
  const forma = sectorDe(sector)?.forma ?? "circulo";
  if (forma === "circulo") return `M${-radio},0a${radio},${radio} 0 1,0 ${2 * radio},0a${radio},${radio} 0 1,0 ${-2 * radio},0Z`;
  const { lados, giro, radio: factor } = ESQUINAS[forma];
  const puntos = Array.from({ length: lados }, (_, i) => {
    const angulo = ((giro + (360 / lados) * i) * Math.PI) / 180;
    return `${(radio * factor * Math.cos(angulo)).toFixed(2)},${(radio * factor * Math.sin(angulo)).toFixed(2)}`;
  });
  return `M${puntos.join("L")}Z`;
}

/** El signo de un sector para poner junto a un texto; no lo lee el lector de pantalla. */
export function glifo(sector: string, lado = 16): SVGSVGElement {
  return s(
    "svg",
    { class: "mt-glifo", width: lado, height: lado, viewBox: "-8 -8 16 16", "aria-hidden": "true", focusable: "false" },
    s("title", {}, SECTORES[sector] ?? ""),
    s("path", { d: trazoDeSector(sector, 5.2), fill: colorDeSector(sector) }),
  );
}
