import assert from "node:assert/strict";
import { test } from "node:test";
import { curvaEntre, distanciaACurva, enCurva, repartir, trazo, zigzag } from "../src/mapa/curvas.ts";
import { alcanceDe, figura } from "../src/mapa/formas.ts";
import { dentroDelLazo, encerrar, encuadrar } from "../src/mapa/geometria.ts";
import { muestras, radio, RADIO_IGUAL, RADIO_MAYOR } from "../src/mapa/tamanos.ts";
import type { Sector } from "../src/lib/tipos.ts";

/** El área de un polígono «Mx,yLx,y…Z». */
function area(d: string): number {
  const puntos = d.slice(1, -1).split("L").map((p) => p.split(",").map(Number) as [number, number]);
  return Math.abs(puntos.reduce((suma, [x, y], i) => {
    const [x2, y2] = puntos[(i + 1) % puntos.length]!;
    return suma + x * y2 - x2 * y;
  }, 0)) / 2;
}

test("las cinco formas tienen la misma área para el mismo radio", () => {
  const poligonos: Sector[] = ["publico", "privado", "academia", "organismo_internacional"];

  for (const sector of poligonos) assert.ok(Math.abs(area(figura(sector, 20)) - Math.PI * 400) < 2, sector);
  assert.equal(new Set([...poligonos, "sociedad_civil" as Sector].map((s) => figura(s, 20))).size, 5);
});

test("el doble de la medida da el doble de área, y el mayor llena el radio mayor", () => {
  assert.equal(radio(10, 10), RADIO_MAYOR);
  assert.ok(Math.abs(radio(5, 10) ** 2 * 2 - radio(10, 10) ** 2) < 1e-9);
  assert.equal(radio(3, 0), RADIO_IGUAL);
  assert.ok(radio(0, 10) > 0);
});

test("la leyenda de tamaño muestra valores redondos sin repetir", () => {
  assert.deepEqual(muestras(29), [3, 15, 29]);
  assert.deepEqual(muestras(1), [0.1, 0.5, 1]);
  assert.deepEqual(muestras(0), []);
});

test("las líneas empiezan y terminan en el borde de las figuras", () => {
  const curva = curvaEntre({ x: 0, y: 0 }, { x: 100, y: 0 }, 10, 20, 0);

  assert.deepEqual([curva.a.x, curva.b.x], [10, 80]);
  assert.ok(trazo(curva).startsWith("M10,0"));
});

test("aunque los nodos se pisen, la línea no se da vuelta", () => {
  const curva = curvaEntre({ x: 0, y: 0 }, { x: 10, y: 0 }, 30, 30, 0);

  assert.ok(curva.a.x < curva.b.x);
});

test("varias relaciones entre los mismos dos se abren en abanico, miren de donde miren", () => {
  const pasos = repartir([{ id: "r1", de: "a", hacia: "b" }, { id: "r2", de: "b", hacia: "a" }, { id: "r3", de: "a", hacia: "c" }]);
  const medio = (de: { x: number; y: number }, hacia: { x: number; y: number }, id: string) => enCurva(curvaEntre(de, hacia, 0, 0, pasos.get(id)! * 20), 0.5).y;

  const ab = medio({ x: 0, y: 0 }, { x: 100, y: 0 }, "r1"), ba = medio({ x: 100, y: 0 }, { x: 0, y: 0 }, "r2");
  assert.ok(Math.abs(ab - ba) > 15, `${ab} y ${ba} van por el mismo lugar`);
  assert.equal(pasos.get("r3"), 0);
});

test("el conflicto va quebrado y sin salirse de sus extremos", () => {
  const curva = curvaEntre({ x: 0, y: 0 }, { x: 200, y: 0 }, 0, 0, 0);
  const puntos = zigzag(curva, 7).slice(1).split("L").map((p) => p.split(",").map(Number) as [number, number]);

  assert.ok(puntos.filter(([, y]) => y > 2).length > 5 && puntos.filter(([, y]) => y < -2).length > 5);
  assert.deepEqual([puntos[0], puntos.at(-1)], [[0, 0], [200, 0]]);
});

test("se sabe a qué distancia pasa una línea del puntero", () => {
  const curva = curvaEntre({ x: 0, y: 0 }, { x: 100, y: 0 }, 0, 0, 0);

  assert.ok(distanciaACurva({ x: 50, y: 6 }, curva) - 6 < 0.01);
  assert.ok(distanciaACurva({ x: 130, y: 0 }, curva) - 30 < 0.01);
});

test("el encuadre deja todo adentro y no acerca de más", () => {
  const caja = encerrar([{ x: -300, y: -100 }, { x: 900, y: 400 }])!, v = encuadrar(caja, 800, 500);

  for (const [x, y] of [[caja.x0, caja.y0], [caja.x1, caja.y1]] as const) {
    assert.ok(x * v.k + v.x >= 0 && x * v.k + v.x <= 800);
    assert.ok(y * v.k + v.y >= 0 && y * v.k + v.y <= 500);
  }
  assert.ok(encuadrar(encerrar([{ x: 5, y: 5 }])!, 800, 500).k <= 1.5);
  assert.equal(encerrar([]), null);
});

test("el lazo elige lo de adentro aunque tenga una entrada", () => {
  const ce = [[0, 0], [100, 0], [100, 20], [20, 20], [20, 80], [100, 80], [100, 100], [0, 100]].map(([x, y]) => ({ x: x!, y: y! }));

  assert.equal(dentroDelLazo({ x: 10, y: 50 }, ce), true);
  assert.equal(dentroDelLazo({ x: 60, y: 50 }, ce), false);
});

test("la figura nunca llega más allá de su alcance", () => {
  assert.ok(alcanceDe("academia", 10) > alcanceDe("publico", 10));
  assert.equal(alcanceDe("sociedad_civil", 10), 10);
});
