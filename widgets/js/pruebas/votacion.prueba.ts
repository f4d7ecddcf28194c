import assert from "node:assert/strict";
import { test } from "node:test";
import { momentoDe } from "../src/votacion/conducir.ts";
import { contorno, dibujables } from "../src/votacion/elipse.ts";
import { consensoDe, decirCosa, decirNotas } from "../src/votacion/palabras.ts";
import { trazoDe } from "../src/votacion/qr.ts";
import { Sala } from "../src/votacion/sala.ts";
import type { Cosa, Escala, Lectura } from "../src/votacion/tipos.ts";

const TABLERO: Escala = { minimo: 1, maximo: 5, dimensiones: ["Interés", "Influencia"], decimales: 1 };
const COSA: Cosa = { id: "s", nombre: "SERVIU", sector: "publico", x: null, y: null, antes: [] };
const medida = (media: number, consenso: number) => ({ media, mediana: media, desviacion: 1, cuartiles: [1, 2] as [number, number], recorrido: 1, consenso, nivel: "alto" });
const lectura = (campos: Partial<Lectura> = {}): Lectura => ({ votos: 7, oculta: "", medidas: [medida(4.25, 0.9), medida(2, 0.71)], elipse: null, distancia: 1, disputa: 0, sectores: [], callados: "", ...campos });

test("el QR junta los módulos seguidos y deja el borde de la norma", () => {
  assert.equal(trazoDe(["1101", "0000", "1000"]), "M4,4h2v1h-2zM7,4h1v1h-1zM4,6h1v1h-1z");
});

test("con muchos actores sólo se dibujan las elipses de lo más disputado", () => {
  const todas = (n: number) => Array.from({ length: n }, (_, i) => ({ elipse: {}, disputa: i < 3 ? i + 1 : 0 }));

  const pocas = dibujables(todas(14)), muchas = dibujables(todas(15));

  assert.equal(pocas.size, 14);
  assert.deepEqual([...muchas].map((t) => t.disputa), [1, 2, 3]);
});

test("el contorno de la elipse pasa por sus cuatro extremos aunque los ejes se estiren distinto", () => {
  const e = { x: 3, y: 3, mayor: 1, menor: 0.5, angulo: 0 };
  const puntos = contorno(e, (x, y) => ({ x: x * 100, y: -y * 50 })).slice(1, -1).split("L").map((p) => p.split(",").map(Number));
  const [xs, ys] = [puntos.map((p) => p[0]!), puntos.map((p) => p[1]!)];
  assert.deepEqual([Math.min(...xs), Math.max(...xs)], [200, 400]);
  assert.deepEqual([Math.min(...ys), Math.max(...ys)], [-175, -125]);
});

test("una elipse girada noventa grados cambia de lado sus ejes", () => {
  const puntos = contorno({ x: 0, y: 0, mayor: 2, menor: 1, angulo: 90 }, (x, y) => ({ x, y })).slice(1, -1).split("L").map((p) => p.split(",").map(Number));
  assert.equal(Math.max(...puntos.map((p) => p[1]!)), 2);
  assert.equal(Math.max(...puntos.map((p) => p[0]!)), 1);
});

test("aunque todos coincidan la elipse se ve", () => {
  const d = contorno({ x: 3, y: 3, mayor: 0, menor: 0, angulo: 0 }, (x, y) => ({ x: x * 100, y: y * 100 }));
  assert.ok(new Set(d.slice(1, -1).split("L")).size > 10);
});

test("cada estado cae en su momento del camino", () => {
  const momentos = [["preparada", 0], ["abierta", 1], ["revelada", 1], ["conversando", 1], ["abierta", 2], ["conversando", 2], ["cerrada", 2]] as const;
  assert.deepEqual(momentos.map(([estado, ronda]) => momentoDe({ estado, ronda })), [0, 1, 2, 2, 3, 4, 5]);
});

test("una cosa se dice con sus medias, su peor consenso y su disputa", () => {
  assert.equal(decirNotas([4.25, 2], TABLERO), "interés 4,3; influencia 2,0");
  assert.equal(decirCosa(COSA, lectura({ disputa: 2 }), TABLERO), "SERVIU: interés 4,3; influencia 2,0; consenso 0,71; 7 votos. Es la número 2 entre las más disputadas.");
  assert.equal(decirCosa(COSA, lectura({ votos: 1, oculta: "faltan" }), TABLERO), "SERVIU: 1 voto, resultado oculto.");
  assert.equal(consensoDe(lectura()), 0.71);
});

class Modelo {
  estado: Record<string, unknown> = { lecturas: { s: lectura() }, actual: {}, cosas: [] };
  escuchas = new Map<string, ((m?: unknown) => void)[]>();
  get(n: string): any { return this.estado[n]; }
  on(s: string, f: () => void): void { this.escuchas.set(s, [...(this.escuchas.get(s) ?? []), f]); }
  decir(s: string, m?: unknown): void { for (const f of this.escuchas.get(s) ?? []) f(m); }
}

test("la sala suma lo que cambió, avisa una vez y conserva lo demás", async () => {
  const modelo = new Modelo(), sala = new Sala(modelo as any);
  let veces = 0;
  sala.alCambiar(() => veces++);
  modelo.decir("msg:custom", { tipo: "lecturas", lecturas: { j: lectura({ votos: 9 }) } });
  modelo.decir("msg:custom", { tipo: "respuesta", lecturas: { x: lectura() } });
  modelo.decir("change:conteo");
  await new Promise((listo) => setTimeout(listo, 40));
  assert.equal(veces, 1);
  assert.deepEqual([sala.lectura("s")!.votos, sala.lectura("j")!.votos, sala.lectura("x")], [7, 9, undefined]);
});

test("al elegir otra votación se olvida lo de la anterior", () => {
  const modelo = new Modelo(), sala = new Sala(modelo as any);
  modelo.estado["lecturas"] = {};
  modelo.decir("change:lecturas");
  assert.equal(sala.lectura("s"), undefined);
});

test("sin votación elegida no hay actual", () => {
  assert.equal(new Sala(new Modelo() as any).actual, null);
});
