import assert from "node:assert/strict";
import { test } from "node:test";
import { cuadranteDe } from "../src/cuadricula/cuadrantes.ts";
import { Escala, redondear } from "../src/cuadricula/escala.ts";
import { Fantasmas } from "../src/cuadricula/fantasmas.ts";
import { rotular, sePisan } from "../src/cuadricula/rotulos.ts";
import { separar, type Punto } from "../src/cuadricula/separar.ts";
import { marcoPara } from "../src/cuadricula/tablero.ts";
import { conFlecha } from "../src/cuadricula/teclado.ts";
import type { Actor } from "../src/lib/tipos.ts";

const CAJA = { izquierda: 0, derecha: 600, arriba: 0, abajo: 500 };
const punto = (id: string, x: number, y: number): Punto => ({ id, x, y, caja: CAJA });

test("«alto» es estrictamente más que 3: las 25 celdas de Mendelow", () => {
  const esperado = (poder: number, interes: number): string => (poder > 3 ? (interes > 3 ? "cerca" : "satisfecho") : interes > 3 ? "informado" : "observar");

  for (const poder of [1, 2, 3, 4, 5])
    for (const interes of [1, 2, 3, 4, 5]) assert.equal(cuadranteDe(poder, interes).clave, esperado(poder, interes));
  assert.equal(cuadranteDe(3, 3).clave, "observar");
  assert.equal(cuadranteDe(3.1, 3.1).clave, "cerca");
});

test("del valor a la pantalla y de vuelta no se pierde nada", () => {
  const escala = new Escala(marcoPara(800));

  for (const v of [{ influencia: 1, interes: 5 }, { influencia: 3.3, interes: 2.7 }, { influencia: 5, interes: 1 }]) {
    const vuelta = escala.valores(escala.lugar(v));
    assert.deepEqual({ influencia: redondear(vuelta.influencia), interes: redondear(vuelta.interes) }, v);
  }
});

test("más influencia queda más arriba y más interés, más a la derecha", () => {
  const escala = new Escala(marcoPara(800));

  assert.ok(escala.y(5) < escala.y(1));
  assert.ok(escala.x(5) > escala.x(1));
});

test("al redondear nadie se sale de 1 a 5", () => {
  assert.equal(redondear(7.2), 5);
  assert.equal(redondear(-1), 1);
  assert.equal(redondear(3.26), 3.3);
  assert.equal(redondear(3.26, 0.5), 3.5);
});

test("los empatados se separan, siempre igual y sin importar el orden en que llegan", () => {
  const empatados = Array.from({ length: 7 }, (_, i) => punto(`a${i}`, 300, 250));

  const lugares = separar(empatados, 24);
  const alReves = separar([...empatados].reverse(), 24);

  assert.deepEqual([...lugares].sort(), [...alReves].sort());
  const puntos = [...lugares.values()];
  for (let i = 0; i < puntos.length; i++)
    for (let j = i + 1; j < puntos.length; j++) assert.ok(Math.hypot(puntos[i]!.x - puntos[j]!.x, puntos[i]!.y - puntos[j]!.y) >= 23, `${i} y ${j}`);
});

test("separar no cambia el dato ni mueve a quien está solo", () => {
  const entrada = [punto("a", 100, 100), punto("b", 100, 100), punto("solo", 400, 300)];
  const copia = structuredClone(entrada);

  const lugares = separar(entrada, 24);

  assert.deepEqual(entrada, copia);
  assert.deepEqual(lugares.get("solo"), { x: 400, y: 300 });
});

test("nadie cruza la línea de su cuadrante al separarse", () => {
  const caja = { ...CAJA, derecha: 200 };
  const enLaLinea = Array.from({ length: 6 }, (_, i) => ({ id: `a${i}`, x: 198, y: 250, caja }));

  for (const l of separar(enLaLinea, 24).values()) assert.ok(l.x <= 200);
});

test("los nombres no se tapan entre sí ni se salen del lienzo", () => {
  const puntos = Array.from({ length: 34 }, (_, i) => ({ id: `a${i}`, nombre: `Institución número ${i}`, lugar: { x: 60 + (i % 6) * 95, y: 40 + Math.floor(i / 6) * 70 } }));
  const borde = { x: 0, y: 0, ancho: 640, alto: 480 };

  const rotulos = rotular(puntos, 10, borde);

  assert.ok(rotulos.length > 10);
  const cajas = rotulos.map((r) => ({ x: r.ancla === "start" ? r.x : r.ancla === "end" ? r.x - r.texto.length * 6.7 : r.x - (r.texto.length * 6.7) / 2, y: r.y - 12, ancho: r.texto.length * 6.7, alto: 15 }));
  cajas.forEach((a, i) => cajas.forEach((b, j) => assert.ok(i >= j || !sePisan(a, b), `${i} y ${j}`)));
});

test("las flechas mueven 0,1 y con Mayúscula 0,5, dentro de la escala", () => {
  const desde = { influencia: 4.9, interes: 3 };

  assert.deepEqual(conFlecha(desde, "ArrowUp", false), { influencia: 5, interes: 3 });
  assert.deepEqual(conFlecha(desde, "ArrowUp", true), { influencia: 5, interes: 3 });
  assert.deepEqual(conFlecha(desde, "ArrowLeft", true), { influencia: 4.9, interes: 2.5 });
  assert.equal(conFlecha(desde, "Tab", false), null);
});

test("el valor anterior queda como fantasma y volver a él lo borra", () => {
  const en = (influencia: number): Actor => ({ id: "a", influencia, interes: 3 }) as Actor;
  const fantasmas = new Fantasmas();

  fantasmas.mirar([en(2)]);
  assert.equal(fantasmas.de("a", {}), null);
  fantasmas.mirar([en(4)]);
  assert.deepEqual(fantasmas.de("a", {}), { influencia: 2, interes: 3 });
  assert.deepEqual(fantasmas.de("a", { a: [1, 1] }), { influencia: 1, interes: 1 });
  fantasmas.mirar([en(2)]);
  assert.equal(fantasmas.de("a", {}), null);
});
