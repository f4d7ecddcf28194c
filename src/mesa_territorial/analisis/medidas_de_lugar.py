"""Los textos de las medidas que dependen del lugar del actor en la red."""

from mesa_territorial.analisis.medida import Medida

_SIN_RELACIONES = "Quien no tiene relaciones anotadas no tiene valor."

MEDIDAS_DE_LUGAR: tuple[Medida, ...] = (
    Medida(
        clave="grado",
        nombre="Grado",
        para_que="Muestra con cuántos actores trata directamente cada uno: por ahí corre antes "
        "una invitación o una noticia.",
        que_no_dice="No dice si esas relaciones son buenas ni si sirven para el objetivo de la "
        "Mesa; quien contestó más preguntas suele aparecer con más relaciones.",
        fuente="Freeman (1979): número de enlaces del actor.",
        decimales=0,
    ),
    Medida(
        clave="intermediacion",
        nombre="Intermediación",
        para_que="Señala por quién hay que pasar para llegar de un actor a otro: quien puede "
        "acercar a los que no se hablan, o frenarlos.",
        que_no_dice="No dice que el actor ejerza ese papel ni que los demás lo quieran: supone "
        "que todo viaja por el camino más corto.",
        fuente="Freeman (1977), normalizada por (n − 1)(n − 2)/2; cálculo de Brandes (2001).",
        si_esta_partida="La red está en varias partes: sólo cuentan los caminos dentro de cada "
        "una.",
    ),
    Medida(
        clave="cercania",
        nombre="Cercanía",
        para_que="Indica quién llega a todos en menos pasos: sirve para elegir por dónde "
        "empezar a correr la voz.",
        que_no_dice="No dice influencia: se puede estar cerca de todos sin decidir nada.",
        fuente="Wasserman y Faust (1994), ec. 5.22: cercanía en su parte de la red por la "
        "proporción de actores que alcanza.",
        si_esta_partida="La red está en varias partes: el valor baja según cuántos actores "
        "quedan fuera de alcance, así que compare sólo dentro de este mapa.",
    ),
    Medida(
        clave="restriccion",
        nombre="Restricción",
        para_que="Baja cuando los contactos del actor no se conocen entre sí: con valor bajo "
        "tiene margen para unir mundos distintos; con valor alto depende de un mismo círculo.",
        que_no_dice="No dice que un círculo cerrado sea malo: la confianza de un barrio "
        "también se ve como restricción alta.",
        fuente="Burt (1992), Structural Holes, cap. 2, con enlaces sin peso.",
        sentido="menor",
        sin_dato=_SIN_RELACIONES,
    ),
    Medida(
        clave="tamano_efectivo",
        nombre="Tamaño efectivo",
        para_que="Cuenta los contactos que no se repiten: a cuántos mundos distintos abre la "
        "puerta un actor.",
        que_no_dice="No dice cuánto vale cada contacto: un solo ministerio puede pesar más que "
        "seis relaciones.",
        fuente="Burt (1992), en la forma de Borgatti (1997): n − 2t/n.",
        sin_dato=_SIN_RELACIONES,
    ),
    Medida(
        clave="alcance",
        nombre="Alcance a dos pasos",
        para_que="Dice a qué proporción de la red se llega por conocidos de conocidos: mide "
        "hasta dónde llega de verdad una convocatoria.",
        que_no_dice="No dice que el conocido vaya a pasar el recado.",
        fuente="Borgatti, Everett y Johnson (2018), alcance a k pasos con k = 2.",
        si_esta_partida="La red está en varias partes: nadie puede alcanzar a todos.",
    ),
    Medida(
        clave="partes",
        nombre="Partes si se va",
        para_que="Anticipa en cuántas partes queda su lado de la red si el actor se retira: "
        "con dos o más es un punto de corte y conviene tender otra relación que lo acompañe.",
        que_no_dice="No dice que vaya a irse, ni que las partes no puedan buscarse por fuera "
        "de lo anotado.",
        fuente="Hopcroft y Tarjan (1973), puntos de articulación.",
        decimales=0,
        si_esta_partida="La red ya está en varias partes: se cuentan las que quedan de la suya.",
    ),
)
