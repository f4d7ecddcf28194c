"""Recortes inventados con las cabeceras de los archivos oficiales: sin un solo dato real."""

import io
import json
from collections.abc import Sequence
from typing import Any

import xlsxwriter

INDICADORES = (
    "cut_comuna,comuna,cut_region,region,pob_2024,pob_hombres_2024,pob_0_14,pob_65_mas,"
    "hogares_2024,pobreza_ingresos_2022,pobreza_multidimensional_2022,pobreza_ingresos_2022_li,"
    "pobreza_multidimensional_2022_li,pobreza_ingresos_2022_ls,pobreza_multidimensional_2022_ls,"
    "tipo_comuna_pndr,muni_ingresos_totales_mm_2024,dependencia_fcm_pct_2023,establecimientos_salud\n"
    "05101,Valparaíso,05,Valparaíso,1000,480,200,150,400,7.3764,19.1,0.009852659073395637,15.8,9.0248,22.4,Urbana,"
    "10.5,50.8,4\n"
    "05109,Viña del Mar,05,Valparaíso,2000,960,400,300,800,6.4,18.0,5.0,15.0,7.8,21.0,Urbana,"
    "20.5,30.1,\n"
    "05102,Casablanca,05,Valparaíso,300,150,60,40,100,8.2,20.0,6.0,16.0,10.4,24.0,Mixta,"
    "No Recepcionado,60.2,1\n"
    "13505,San Pedro,13,Metropolitana de Santiago,100,50,20,15,40,14.1,31.9,8.3,23.1,19.9,40.8,"
    "Rural,5.4,70.9,2\n"
    "12202,Antártica,12,Magallanes y de la Antártica Chilena,60,30,0,0,20,,,,,,,Rural,,,\n"
)
CAMPAMENTOS = (
    "id,folio,nombre,cut_comuna,comuna,region,hogares,hectareas,catastro_origen,"
    "fuente_levantamiento,observacion,lat,lon\n"
    "1,510190,Las Rocas (inventado),05101,Valparaíso,Valparaíso,29,1.51,2011,MINVU,AJUSTE,"
    "-33.036697,-71.648669\n"
    "2,510191,El Boldo (inventado),05101,Valparaíso,Valparaíso,12,0.4,2019,MINVU,,-33.05,-71.63\n"
    "3,510191,El Boldo 2 (inventado),05101,Valparaíso,Valparaíso,8,0.2,2019,MINVU,,-33.06,-71.62\n"
    "4,510990,Santa Rita (inventado),05109,Viña del Mar,Valparaíso,520,43.9,2011,MINVU,,"
    "-33.0,-71.5\n"
    "5,130590,Puerto Viejo (inventado),13505,San Pedro,Metropolitana de Santiago,40,2,2011,MINVU,,"
    "-33.9,-71.4\n"
)
CATASTRO_CRUDO = (
    "OBJECTID_12,OBJECTID,OBJECTID_1,FOLIO,NOMBRE,REGION,CUT_R,PROVINCIA,CUT_P,CUT,COMUNA,AN_CAT,"
    "N_HOG,FUENTE,OBS,HECTAREAS,Shape_Leng,Shape_Length,Shape_Area\n"
    "1,1,1,510190,Las Rocas,Valparaíso,05,Valparaíso,051,5101,Valparaíso,CATASTRO_2011,29,MINVU,"
    "NADA,1.51380154,500.6,0.0041,1.02e-06\n"
    "2,2,2,510191,El Boldo,Valparaíso,05,Valparaíso,051,5101,Valparaíso,CATASTRO_2011,32,MINVU,"
    "NADA,1.67004587,603.1,0.0048,1.12e-06\n"
    "3,3,3,510990,Santa Rita,Valparaíso,05,Valparaíso,051,5109,Viña del Mar,CATASTRO_2011,35,MINVU,"
    "NADA,2.0015937,787.9,0.0065,1.35e-06\n"
)
CATASTRO_DE_R = (
    '"";"nombre";"region";"provincia";"comuna";"cut_r";"cut_p";"cut";"hogares";"hectareas";"area"\n'
    '"1";"Las Rocas";"Valparaíso";"Valparaíso";"Valparaíso";"05";"051";5101;29;1,51380154;10617,2\n'
    '"2";"El Boldo";"Valparaíso";"Valparaíso";"Valparaíso";"05";"051";5101;32;1,67004587;11707,4\n'
    '"3";"Santa Rita";"Valparaíso";"Valparaíso";"Viña del Mar";"05";"051";5109;35;2,0015937;1,1\n'
)


def libro(hojas: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    """Un xlsx con esas hojas."""
    salida = io.BytesIO()
    with xlsxwriter.Workbook(salida, {"in_memory": True}) as xlsx:
        for nombre, filas in hojas.items():
            hoja = xlsx.add_worksheet(nombre)
            for i, fila in enumerate(filas):
                hoja.write_row(i, 0, fila)
    return salida.getvalue()


def censo() -> bytes:
    """Como el cuadro D1 del Censo 2024: portada, título, encabezado en la fila 5 y total país."""
    titulos = [
        "Código región", "Región", "Código provincia", "Provincia", "Código comuna", "Comuna",
        "Población censada", "Hombres", "Mujeres", "Razón hombre-mujer",
    ]  # fmt: skip
    filas = [
        ["Población censada por sexo, según comuna. Censo 2024 (recorte inventado)"],
        [],
        [],
        [],
        titulos,
        [0, "País", 0, "País", 0, "País", 6000, 2900, 3100, 93.5],
        [5, "Valparaíso", 51, "Valparaíso", 5101, "Valparaíso", 1000, 480, 520, 92.3],
        [5, "Valparaíso", 51, "Valparaíso", 5109, "Viña del Mar", 2000, 960, 1040, 92.3],
        [5, "Valparaíso", 51, "Valparaíso", 5102, "Casablanca", 300, 150, 150, 100.0],
        ["Fuente: recorte inventado para probar."],
    ]
    por_edad = [[*titulos[:6], "Grupos de edad", "Población censada"]]
    por_edad += [
        [5, "Valparaíso", 51, "Valparaíso", cut, "x", f"{5 * e} a {5 * e + 4}", 10]
        for cut in (5101, 5109, 5102)
        for e in range(3)
    ]
    enorme = [["Código comuna", "Edad"]] + [[5101, i] for i in range(5_001)]
    return libro({"Índice": [["Contenido"]], "2": filas, "4": por_edad, "6": enorme})


def pobreza(dimension: str = "por ingresos") -> bytes:
    """Como las estimaciones SAE 2022: título, fila en blanco, encabezado, proporciones y notas."""
    titulos = [
        "Código", "Región", "Nombre comuna",
        "Número de personas según proyecciones de población (*)",
        f"Número de personas en situación de pobreza {dimension} (**)",
        f"Porcentaje de personas en situación de pobreza {dimension} 2022",
        "Límite inferior", "Límite superior",
        "Presencia de la comuna en la muestra Casen", "Tipo de estimación SAE",
    ]  # fmt: skip
    filas = [
        ["Estimaciones de tasa de pobreza por comunas (recorte inventado)"],
        [],
        titulos,
        [5101, "Valparaíso", "Valparaíso", 1000, 74, 0.073764, 0.05728, 0.090248, "Sí", "Directa"],
        [5109, "Valparaíso", "Viña del Mar", 2000, 128, 0.064, 0.05, 0.078, "Sí", "Directa"],
        [5102, "Valparaíso", "Casablanca", 300, 25, 0.082, 0.06, 0.104, "No", "Sintética"],
        [],
        ["(*) Notas metodológicas."],
    ]
    return libro({"Estimaciones": filas})


def sinim() -> bytes:
    """Como la descarga de SINIM: XML de planilla con extensión .xls, dos años por variable."""
    encabezado = (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Datos"><Table>'
    )
    variable = "IADM75 (%) Dependencia del Fondo Común Municipal sobre los Ingresos Propios"
    otra = "BPIGM (M$) Presupuesto Inicial Gastos Municipales"
    filas = [
        f'<Row><Cell ss:MergeAcross="5">{_dato("Datos Municipales")}</Cell></Row>',
        f'<Row><Cell ss:Index="3" ss:MergeAcross="1">{_dato(variable)}</Cell>'
        f"<Cell>{_dato(otra)}</Cell></Row>",
        _fila("CODIGO", "MUNICIPIO", "2022", "2023", "2023"),
        _fila("05101", "VALPARAÃ\x8dSO", 48.2, 50.82, 131235),
        _fila("05109", "VIÑA DEL MAR", 30.1, 31.5, 150000),
        '<Row><Cell><Data ss:Type="String">05102</Data></Cell><Cell ss:Index="4">'
        '<Data ss:Type="Number">60.2</Data></Cell><Cell><Data ss:Type="String">No Recepcionado'
        "</Data></Cell></Row>",
        _fila("13505", "SAN PEDRO", 69.0, 70.9, 5377),
    ]
    cierre = "</Table></Worksheet></Workbook>"
    return (encabezado + "".join(filas) + cierre).encode()


def _fila(*valores: Any) -> str:
    return f"<Row>{''.join(f'<Cell>{_dato(v)}</Cell>' for v in valores)}</Row>"


def _dato(valor: Any) -> str:
    tipo = "String" if isinstance(valor, str) else "Number"
    return f'<Data ss:Type="{tipo}">{valor}</Data>'


def geojson() -> bytes:
    """Como el catastro en GeoJSON: cuadrados de centro conocido, uno con dos partes."""

    def cuadrado(lon: float, lat: float, lado: float) -> list[list[float]]:
        m = lado / 2
        esquinas = [(-m, -m), (m, -m), (m, m), (-m, m), (-m, -m)]
        return [[lon + x, lat + y] for x, y in esquinas]

    partes = [[cuadrado(-71.60, -33.00, 0.001)], [cuadrado(-71.63, -33.05, 0.004)]]
    figuras = [
        ("Las Rocas", "05101", 29, "Polygon", [cuadrado(-71.648, -33.036, 0.002)]),
        ("El Boldo", "05101", 12, "MultiPolygon", partes),
        ("Santa Rita", "05109", 520, "Point", [-71.5, -33.0]),
        ("Sin figura", "05109", 10, "", None),
    ]
    rasgos = [
        {
            "type": "Feature",
            "properties": {"FOLIO": f"51{i}", "NOMBRE": n, "CUT": c, "N_HOG": h, "HECTAREAS": 1.5},
            "geometry": {"type": tipo, "coordinates": g} if g else None,
        }
        for i, (n, c, h, tipo, g) in enumerate(figuras)
    ]
    return json.dumps({"type": "FeatureCollection", "features": rasgos}).encode()
