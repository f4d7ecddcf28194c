// De los valores (1 a 5) al lugar en la pantalla, y de vuelta.
export const MINIMO = 1, MAXIMO = 5;
const AIRE = 0.4;
export interface Valores { influencia: number; interes: number }
export interface Lugar { x: number; y: number }
export interface Marco { ancho: number; alto: number; izquierda: number; derecha: number; arriba: number; abajo: number }

const entre = (n: number, minimo: number, maximo: number): number => Math.max(minimo, Math.min(maximo, n));

/** Un valor dentro de 1 a 5 y redondeado al paso (0,1 o 0,5), sin ruido de coma flotante. */
export const redondear = (valor: number, paso = 0.1): number => Number((Math.round(entre(valor, MINIMO, MAXIMO) / paso) * paso).toFixed(1));

export class Escala {
  constructor(readonly marco: Marco) {}

  private get ancho(): number { return this.marco.ancho - this.marco.izquierda - this.marco.derecha; }
  private get alto(): number { return this.marco.alto - this.marco.arriba - this.marco.abajo; }
  private parte(valor: number): number { return (valor - MINIMO + AIRE) / (MAXIMO - MINIMO + 2 * AIRE); }

  x(interes: number): number { return this.marco.izquierda + this.parte(interes) * this.ancho; }
  y(influencia: number): number { return this.marco.arriba + (1 - this.parte(influencia)) * this.alto; }
  lugar(v: Valores): Lugar { return { x: this.x(v.interes), y: this.y(v.influencia) }; }

  /** Cuánto cambian los valores al moverse tantos píxeles. */
  delta(dx: number, dy: number): Valores {
    const rango = MAXIMO - MINIMO + 2 * AIRE;
    return { interes: (dx / this.ancho) * rango, influencia: (-dy / this.alto) * rango };
  }

  /** Los valores de un lugar de la pantalla, sin redondear. */
  valores(l: Lugar): Valores {
    const d = this.delta(l.x - this.x(MINIMO), l.y - this.y(MINIMO));
    return { interes: MINIMO + d.interes, influencia: MINIMO + d.influencia };
  }

  contiene(l: Lugar): boolean {
    const m = this.marco;
    return l.x >= m.izquierda && l.x <= m.ancho - m.derecha && l.y >= m.arriba && l.y <= m.alto - m.abajo;
  }
}
