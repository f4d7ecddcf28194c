// Los cuatro tratos de la cuadrícula de influencia e interés (Mendelow, 1991), en palabras de una Mesa.
export const UMBRAL = 3;
export type Clave = "cerca" | "satisfecho" | "informado" | "observar";
export interface Cuadrante { clave: Clave; nombre: string; consejo: string; arriba: boolean; derecha: boolean }

export const CUADRANTES: Cuadrante[] = [
  { clave: "satisfecho", nombre: "Mantener satisfecho", arriba: true, derecha: false, consejo: "Puede mucho y le importa poco: cuide su confianza, pídale cosas concretas y muéstrele qué gana." },
  { clave: "cerca", nombre: "Gestionar de cerca", arriba: true, derecha: true, consejo: "Puede mucho y le importa: siéntelo en la Mesa y acuerde con él cada paso." },
  { clave: "observar", nombre: "Observar", arriba: false, derecha: false, consejo: "Hoy puede poco y le importa poco: revise cada tanto si cambió de lugar." },
  { clave: "informado", nombre: "Mantener informado", arriba: false, derecha: true, consejo: "Le importa y puede poco por sí solo: escúchelo, cuéntele y súmelo; junto a otros pesa." },
];

export const REGLA = "«Alto» es más de 3. Quien está justo en 3 cuenta como bajo en ese eje.";

/** El cuadrante de un par de valores; «alto» es estrictamente más que el umbral. */
export const cuadranteDe = (influencia: number, interes: number, umbral = UMBRAL): Cuadrante =>
  CUADRANTES.find((c) => c.arriba === influencia > umbral && c.derecha === interes > umbral)!;
