// Rótulos que no se pisan: cada uno prueba varios lugares alrededor de su actor; si no cabe, se acorta; si no, se calla.
// Aquí todo son px de pantalla: el rótulo mide lo mismo con cualquier acercamiento.
import { chocan, type Caja, type Punto } from "./geometria.ts";

export type Lado = "abajo" | "arriba" | "derecha" | "izquierda";
export interface Rotulo { lineas: string[]; lado: Lado }
export interface PorRotular extends Punto { id: string; nombre: string; r: number; peso: number; obligado?: boolean }
export type Medir = (texto: string) => number;

export const ALTO_LINEA = 15;
const ANCHO = 142, ANCHO_CORTO = 96;
const LADOS: Lado[] = ["abajo", "arriba", "derecha", "izquierda"];
const VACIAS = new Set(["de", "del", "la", "las", "el", "los", "y", "e", "en", "a"]);

/** El nombre en a lo más `lineas` renglones de `ancho` px; lo que no cabe se corta con «…». */
export function partir(nombre: string, medir: Medir, ancho = ANCHO, lineas = 2): string[] {
  const renglones: string[] = [];
  let queda = nombre.trim().split(/\s+/);
  while (queda.length && renglones.length < lineas) {
    let n = 1;
    while (n < queda.length && medir(queda.slice(0, n + 1).join(" ")) <= ancho) n++;
    const ultimo = renglones.length === lineas - 1 && n < queda.length;
    const texto = queda.slice(0, n).join(" ");
    renglones.push(ultimo || medir(texto) > ancho ? cortar(ultimo ? queda : queda.slice(0, n), medir, ancho) : texto);
    queda = ultimo ? [] : queda.slice(n);
  }
  return renglones;
}

/** Quita palabras del final, sin dejar colgando un «de la», y pone puntos suspensivos. */
function cortar(palabras: string[], medir: Medir, ancho: number): string {
  const dejar = [...palabras];
  while (dejar.length > 1 && medir(dejar.join(" ") + "…") > ancho) dejar.pop();
  while (dejar.length > 1 && VACIAS.has(dejar.at(-1)!.toLowerCase())) dejar.pop();
  let texto = dejar.join(" ").replace(/[,;(]+$/, "");
  while (texto.length > 2 && medir(texto + "…") > ancho) texto = texto.slice(0, -1);
  return texto + "…";
}

/** Dónde queda la caja del rótulo si va a ese lado. */
export function cajaDe(p: PorRotular, lado: Lado, ancho: number, alto: number): Caja {
  const hueco = p.r + 4;
  const x = lado === "derecha" ? p.x + hueco : lado === "izquierda" ? p.x - hueco - ancho : p.x - ancho / 2;
  const y = lado === "abajo" ? p.y + hueco : lado === "arriba" ? p.y - hueco - alto : p.y - alto / 2;
  return { x0: x, y0: y, x1: x + ancho, y1: y + alto };
}

/** El lugar de cada rótulo. Primero los de más peso, sin pisar lo `ocupado`; quien no aparece en el resultado no cabe (salvo los obligados). */
export function colocar(items: PorRotular[], medir: Medir, marco?: Caja, ocupado: Caja[] = []): Map<string, Rotulo> {
  const rejilla = new Rejilla();
  for (const caja of ocupado) rejilla.poner(caja, "");
  for (const p of items) rejilla.poner({ x0: p.x - p.r, y0: p.y - p.r, x1: p.x + p.r, y1: p.y + p.r }, p.id);
  const puestos = new Map<string, Rotulo>();
  for (const p of [...items].sort((a, b) => Number(!!b.obligado) - Number(!!a.obligado) || b.peso - a.peso || (a.id < b.id ? -1 : 1))) {
    const rotulo = elegirLugar(p, medir, rejilla, marco);
    if (rotulo) puestos.set(p.id, rotulo);
  }
  return puestos;
}

function elegirLugar(p: PorRotular, medir: Medir, rejilla: Rejilla, marco?: Caja): Rotulo | null {
  const variantes = [partir(p.nombre, medir), partir(p.nombre, medir, ANCHO_CORTO, 2), partir(p.nombre, medir, ANCHO_CORTO, 1)];
  for (const lineas of variantes) {
    const ancho = Math.max(...lineas.map(medir)), alto = lineas.length * ALTO_LINEA;
    for (const lado of LADOS) {
      const caja = cajaDe(p, lado, ancho, alto);
      if (rejilla.libre(caja, p.id) && (!marco || cabe(caja, marco))) {
        rejilla.poner(caja, p.id);
        return { lineas, lado };
      }
    }
  }
  return p.obligado ? { lineas: variantes[0]!, lado: "abajo" } : null;
}

const cabe = (c: Caja, marco: Caja): boolean => c.x0 >= marco.x0 && c.x1 <= marco.x1 && c.y0 >= marco.y0 && c.y1 <= marco.y1;

/** Cajas guardadas por casilla, para preguntar por choques sin mirarlas todas. */
class Rejilla {
  private casillas = new Map<string, { caja: Caja; id: string }[]>();
  private static LADO = 80;

  poner(caja: Caja, id: string): void {
    for (const c of this.tocadas(caja)) {
      const lista = this.casillas.get(c);
      if (lista) lista.push({ caja, id });
      else this.casillas.set(c, [{ caja, id }]);
    }
  }

  libre(caja: Caja, id: string): boolean {
    for (const c of this.tocadas(caja))
      for (const otra of this.casillas.get(c) ?? []) if (otra.id !== id && chocan(caja, otra.caja)) return false;
    return true;
  }

  private *tocadas(caja: Caja): Generator<string> {
    const L = Rejilla.LADO;
    for (let i = Math.floor(caja.x0 / L); i <= Math.floor(caja.x1 / L); i++)
      for (let j = Math.floor(caja.y0 / L); j <= Math.floor(caja.y1 / L); j++) yield `${i},${j}`;
  }
}
