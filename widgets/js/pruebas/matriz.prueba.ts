import assert from "node:assert/strict";
import { test } from "node:test";
import { planificar } from "../src/matriz/bloque.ts";
import { Contenido, preguntaDe, type Ajustes, type Rotulo, type VistaDeMatriz } from "../src/matriz/datos.ts";
import { decirValor, leerValor, mostrarValor, opcionesDe, tonoDe } from "../src/matriz/valor.ts";
import { partir } from "../src/tabla/pegado.ts";

const AJUSTES: Ajustes = {
  orden: "anotar", datos: {}, minimo: 0, maximo: 4, paso: 1, con_signo: false, diagonal: true, dudosas: true,
  pregunta: "¿Cuánto puede {fila} sobre {columna}?", leyenda: { "0": "nada", "3": "su misión" },
  filas_de: "actores", columnas_de: "actores", vacio: "Nada.", archivos: true,
};
const CON_SIGNO: Ajustes = { ...AJUSTES, minimo: -4, con_signo: true };
const rotulo = (id: string, nombre: string, corto = nombre): Rotulo => ({ id, nombre, corto, ayuda: "", sector: "" });
const ACTORES = [rotulo("a", "FOSIS Valparaíso", "FOSIS"), rotulo("b", "SERVIU"), rotulo("c", "Ñuñoa")];
const vista = (valores: VistaDeMatriz["valores"] = {}): VistaDeMatriz => ({
  filas: ACTORES, columnas: ACTORES, valores, marcas: {}, notas: {}, resumen_filas: [], resumen_columnas: [],
});
const contenido = (valores: VistaDeMatriz["valores"] = {}, ajustes = AJUSTES): Contenido => new Contenido(vista(valores), ajustes);
const plan = (texto: string, valores: VistaDeMatriz["valores"] = {}, fila = 0, columna = 0) => planificar(partir(texto), contenido(valores), { fila, columna });

test("vacío no es cero: uno borra la casilla y el otro la responde", () => {
  assert.deepEqual(leerValor("", AJUSTES), { valor: null });
  assert.deepEqual(leerValor(" · ", AJUSTES), { valor: null });
  assert.deepEqual(leerValor("0", AJUSTES), { valor: 0 });
  assert.equal(mostrarValor(null, AJUSTES), "·");
  assert.equal(mostrarValor(0, AJUSTES), "0");
  assert.equal(decirValor(null, AJUSTES), "vacía");
});

test("se acepta el menos de verdad, el guion y el signo más", () => {
  for (const escrito of ["-3", "−3"]) assert.deepEqual(leerValor(escrito, CON_SIGNO), { valor: -3 });
  assert.deepEqual(leerValor("+2", CON_SIGNO), { valor: 2 });
  assert.equal(mostrarValor(-3, CON_SIGNO), "−3");
  assert.equal(mostrarValor(2, CON_SIGNO), "+2");
});

test("lo que se sale del rango o del paso dice cómo se arregla", () => {
  for (const malo of ["5", "-1", "2,5", "tres", "1e1", "NaN", "1.000"]) {
    const leido = leerValor(malo, AJUSTES);
    assert.ok("error" in leido && leido.error.includes("un número entero de 0 a 4"), malo);
  }
  assert.deepEqual(leerValor("2,5", { ...AJUSTES, paso: 0.5 }), { valor: 2.5 });
  assert.ok("error" in leerValor("2,3", { ...AJUSTES, paso: 0.5 }));
});

test("el color nunca va solo: cada tono tiene su signo y el vacío no tiene ninguno", () => {
  assert.deepEqual(tonoDe(null, CON_SIGNO), { nivel: 0, signo: "vacio" });
  assert.deepEqual(tonoDe(-4, CON_SIGNO), { nivel: 4, signo: "menos" });
  assert.deepEqual(tonoDe(1, CON_SIGNO), { nivel: 1, signo: "mas" });
  assert.deepEqual(tonoDe(0, CON_SIGNO), { nivel: 0, signo: "cero" });
});

test("una escala corta se ofrece como lista y una larga se escribe", () => {
  assert.deepEqual(opcionesDe(AJUSTES), [0, 1, 2, 3, 4]);
  assert.equal(opcionesDe(CON_SIGNO)!.length, 9);
  assert.equal(opcionesDe({ ...AJUSTES, maximo: 100 }), null);
});

test("la pregunta nombra a los dos, aunque el nombre traiga signos raros", () => {
  const rara = { fila: rotulo("x", "A $& {columna}"), columna: rotulo("y", "B") };

  assert.equal(preguntaDe(AJUSTES, { fila: ACTORES[0]!, columna: ACTORES[1]! }), "¿Cuánto puede FOSIS Valparaíso sobre SERVIU?");
  assert.ok(preguntaDe(AJUSTES, rara).includes("$&"));
});

test("un bloque sin títulos cae desde la casilla elegida y salta la diagonal", () => {
  const hecho = plan("9\t1\t2\n3\t9\t4");

  assert.deepEqual(hecho.celdas.map((c) => [c.fila, c.columna, c.valor]), [["a", "b", 1], ["a", "c", 2], ["b", "a", 3], ["b", "c", 4]]);
  assert.deepEqual(hecho.problemas, []);
  assert.equal(hecho.conNombres, false);
});

test("con títulos cada dato va a su casilla por nombre, corto o id, en cualquier orden", () => {
  const hecho = plan("x\tSERVIU\tfosis valparaiso\nNunoa\t1\t2\nFOSIS\t3\t4");

  assert.equal(hecho.conNombres, true);
  assert.deepEqual(hecho.celdas.map((c) => [c.fila, c.columna, c.valor]), [["c", "b", 1], ["c", "a", 2], ["a", "b", 3]]);
});

test("un nombre que no está se dice y lo demás entra", () => {
  const hecho = plan("x\tSERVIU\tMinvu\nFOSIS\t3\t1\nGORE\t2\t2");

  assert.equal(hecho.celdas.length, 1);
  assert.match(hecho.problemas.join(" "), /No están entre los actores: «Minvu»/);
  assert.match(hecho.problemas.join(" "), /«GORE»/);
});

test("una celda vacía de lo pegado no borra, y lo igual no cuenta como cambio", () => {
  const hecho = plan("\t1\t\n2", { a: { b: 1, c: 4 }, b: { a: 2 } });

  assert.deepEqual(hecho.celdas, []);
  assert.equal(hecho.iguales, 2);
});

test("un dato malo se dice con su casilla y no detiene a los demás", () => {
  const hecho = plan("\t7\t2");

  assert.match(hecho.problemas[0]!, /FOSIS × SERVIU: dice «7»/);
  assert.deepEqual(hecho.celdas.map((c) => c.valor), [2]);
});

test("lo que sobra del bloque se avisa", () => {
  assert.match(plan("1\t2\t3\t4", {}, 2, 1).problemas.join(), /más grande/);
});

test("lo recién escrito se ve al instante y, si no se pudo, vuelve lo de antes", () => {
  const c = contenido({ a: { b: 1 } }), casilla = { fila: ACTORES[0]!, columna: ACTORES[1]! };
  const celda = { fila: "a", columna: "b", valor: 4 };

  c.anotar([celda]);
  assert.equal(c.valor(casilla), 4);
  c.soltar([celda]);
  assert.equal(c.valor(casilla), 1);
});

test("marcar una duda no toca el valor", () => {
  const c = contenido({ a: { b: 1 } }), casilla = { fila: ACTORES[0]!, columna: ACTORES[1]! };

  c.anotar([{ fila: "a", columna: "b", dudosa: true }]);
  assert.equal(c.dudosa(casilla), true);
  assert.equal(c.valor(casilla), 1);
});
