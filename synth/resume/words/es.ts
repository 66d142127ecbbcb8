// Spanish résumés.
import { listOf, type ResumeWords, tradeOf } from './resume-words.ts';

export const ES: ResumeWords = {
  months: listOf('enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'),
  shortMonths: listOf('ene.|feb.|mar.|abr.|may.|jun.|jul.|ago.|sept.|oct.|nov.|dic.'),
  present: listOf('actualidad|presente|Actualidad|hoy'),
  sections: {
    summary: listOf('Perfil|Perfil profesional|Sobre mí|Resumen profesional'),
    work: listOf('Experiencia laboral|Experiencia profesional|Experiencia'),
    education: listOf('Formación|Formación académica|Educación'),
    skills: listOf('Competencias|Habilidades|Conocimientos'),
    languages: listOf('Idiomas'),
    certificates: listOf('Certificaciones|Cursos y certificaciones'),
    projects: listOf('Proyectos'),
    publications: listOf('Publicaciones'),
    awards: listOf('Premios|Premios y reconocimientos'),
    volunteer: listOf('Voluntariado'),
    interests: listOf('Intereses|Aficiones'),
    references: listOf('Referencias'),
    contact: listOf('Contacto|Datos de contacto'),
    profiles: listOf('Enlaces'),
  },
  labels: {
    phone: 'Teléfono',
    email: 'Correo electrónico',
    address: 'Dirección',
    web: 'Web',
    name: 'Nombre',
    curriculum: 'Currículum vítae',
    page: 'Página {n} de {of}',
    to: 'a',
    since: 'desde',
    in: 'en',
    dates: 'Fechas',
    position: 'Puesto',
    employer: 'Empresa',
    place: 'Lugar',
    activities: 'Actividades principales',
    qualification: 'Titulación',
    institution: 'Centro',
    area: 'Especialidad',
    born: 'Fecha de nacimiento',
    nationality: 'Nacionalidad',
  },
  spoken: {
    en: 'Inglés',
    de: 'Alemán',
    fr: 'Francés',
    es: 'Español',
    it: 'Italiano',
    pt: 'Portugués',
    nl: 'Neerlandés',
    pl: 'Polaco',
    ru: 'Ruso',
    ar: 'Árabe',
    tr: 'Turco',
    zh: 'Chino',
  },
  fluency: {
    native: listOf('lengua materna|nativo'),
    C1: listOf('C1|fluido|avanzado'),
    B2: listOf('B2|alto'),
    B1: listOf('B1|intermedio'),
    A2: listOf('A2|básico'),
  },
  degrees: {
    school: listOf('Bachillerato'),
    vocational: listOf('Técnico superior|FP grado superior'),
    bachelor: listOf('Grado|Licenciatura'),
    master: listOf('Máster'),
    doctorate: listOf('Doctorado'),
  },
  schools: {
    school: listOf('Colegio San Isidro|Instituto de {city}'),
    vocational: listOf('Instituto Politécnico de {city}'),
    bachelor: listOf('Universidad de {city}|Universidad Politécnica de {city}'),
    master: listOf('Universidad de {city}'),
    doctorate: listOf('Universidad de {city}'),
  },
  employers: {
    firm: listOf('{root} S.A.|{root} S.L.|Grupo {root}|{root} Servicios S.L.'),
    hospital: listOf('Hospital de {city}|Clínica {root}|Hospital San Lucas'),
    school: listOf('Colegio {root}|Instituto de {city}'),
    kitchen: listOf('Restaurante {root}|Hotel {root} {city}'),
    university: listOf('Universidad de {city}|Instituto {root}'),
  },
  about: listOf(
    'Empresa familiar con {n} empleados|Proveedor de servicios para el sector público|Líder de su región|Filial de un grupo internacional',
  ),
  summaries: listOf(
    `{title} con {years} años de experiencia en {skill} y {other}.|Más de {years} años de práctica, sobre todo en {skill}.|
    Profesional responsable con {years} años en el oficio, conocimientos de {skill} y {other}.`,
  ),
  closings: listOf(
    `Trabaja bien en equipo y mantiene la calma bajo presión.|Busca un puesto con más responsabilidad en una organización en crecimiento.|
    Conocida por su trabajo cuidadoso y por cumplir los plazos.|Le gusta formar a los nuevos compañeros.`,
  ),
  achievements: listOf(
    `Reducción de costes del {p} % en un año|Formación de {n} nuevos compañeros|
    Implantación de un procedimiento que ahorra {n} horas por semana|Aumento de la satisfacción de los clientes en un {p} %|
    Sustitución del jefe de departamento en su ausencia|Gestión de un presupuesto de {n} millones`,
  ),
  grade: 'Nota media: 8,{n}',
  courses: listOf(
    'Gestión de proyectos|Derecho mercantil|Estadística|Redacción científica|Prevención de riesgos laborales|Ética',
  ),
  skillGroups: ['Métodos', 'Herramientas', 'Otros'],
  certificates: listOf('Primeros auxilios|Carné de conducir B|Prevención de riesgos laborales|Formador de formadores'),
  awards: [
    ['Premio a la innovación', 'Cámara de Comercio'],
    ['Empleado del año', 'Asociación Regional de Empresas'],
    ['Beca de excelencia', 'Fundación Hollins'],
  ],
  volunteer: [
    ['Cruz Roja', 'Socorrista', 'Asistencia en {n} actos públicos al año'],
    ['Banco de Alimentos', 'Conductor', 'Recogida y reparto de alimentos cada sábado'],
    ['Club Juvenil', 'Entrenador', 'Entrenamiento de un equipo de {n} niños'],
  ],
  interests: listOf('Senderismo|Fotografía|Ajedrez|Cocina|Ciclismo|Canto coral|Jardinería|Carreras de fondo'),
  references: listOf('Disponibles a petición|Una persona de confianza a la que volvería a contratar.'),
  trades: {
    software: tradeOf(
      'Programador junior|Desarrollador de software|Ingeniero de software|Jefe de desarrollo',
      'Informática',
      `Desarrollo y mantenimiento de aplicaciones web para {n} clientes|Paso de un monolito a servicios con un {p} % menos de espera|
      Revisión de código y apoyo a {n} programadores noveles|Pruebas automáticas y despliegue continuo|
      Diseño de interfaces entre facturación y almacén`,
      'Arquitectura de software|Pruebas unitarias|Revisión de código|Métodos ágiles|Desarrollo web|Diseño de bases de datos',
    ),
    data: tradeOf(
      'Analista de datos|Científico de datos y analista|Analista de datos sénior|Jefe de análisis de datos',
      'Estadística',
      `Cuadros de mando que usan {n} directivos a diario|Previsión de la demanda con un {p} % menos de error|
      Limpieza y cruce de datos de {n} fuentes|Presentación de resultados a públicos no técnicos|
      Análisis de pruebas de precios`,
      'Análisis de datos|Aprendizaje automático|Visualización de datos|Estadística|Previsión|Calidad de datos',
    ),
    mechanical: tradeOf(
      'Técnico de diseño|Ingeniero mecánico|Ingeniero de desarrollo|Jefe de ingeniería',
      'Ingeniería mecánica',
      `Diseño de carcasas de bombas y elaboración de {n} juegos de planos|Cálculo de cargas y simulación del desgaste|
      Dirección de ensayos con {n} técnicos|Ahorro del {p} % de material con una pieza nueva|
      Acuerdo de tolerancias con proveedores`,
      'Diseño mecánico|Dibujo técnico|Elementos finitos|Ciencia de materiales|Desarrollo de productos|Gestión de calidad',
    ),
    electrician: tradeOf(
      'Técnico auxiliar electricista|Técnico electricista|Técnico instalador electricista|Jefe de obra eléctrica',
      'Electrotecnia',
      `Cableado de {n} viviendas y oficinas, del cuadro al enchufe|Localización y reparación de averías en máquinas|
      Revisión de instalaciones y redacción de informes|Planificación de {n} montadores en obra|
      Conexión de placas fotovoltaicas a la red`,
      'Instalación eléctrica|Localización de averías|Mantenimiento preventivo|Aparamenta eléctrica|Fotovoltaica|Seguridad laboral',
    ),
    nurse: tradeOf(
      'Auxiliar de enfermería|Enfermera|Enfermera especialista|Jefa de enfermería',
      'Enfermería',
      `Atención a {n} pacientes por turno en cirugía|Administración de medicación y registro de la evolución|
      Curas y control de constantes|Tutoría de {n} estudiantes en prácticas|
      Orientación a las familias antes del alta`,
      'Atención al paciente|Curas de heridas|Administración de medicación|Control de constantes vitales|Plan de cuidados|Higiene hospitalaria',
    ),
    accountant: tradeOf(
      'Auxiliar contable|Contable|Contable sénior|Jefa de contabilidad',
      'Contabilidad y finanzas',
      `Cierres mensuales y anuales de {n} sociedades|Registro de facturas y control de pagos|
      Presentación puntual de impuestos|Cierre mensual acortado en {n} días|
      Conciliación de cuentas con {n} filiales`,
      'Contabilidad financiera|Cuentas a pagar|Declaraciones fiscales|Cuentas anuales|Presupuestos|Auditoría',
    ),
    sales: tradeOf(
      'Dependiente|Vendedor|Gerente de grandes cuentas|Director comercial',
      'Administración de empresas',
      `Atención a {n} grandes clientes del norte del país|Aumento de las ventas en un {p} % en dos años|
      Negociación de contratos marco con distribuidores|Presentación de la gama en {n} ferias|
      Recuperación de antiguos clientes`,
      'Ventas|Negociación|Gestión de grandes cuentas|Gestión de clientes|Captación de clientes|Análisis de mercado',
    ),
    marketing: tradeOf(
      'Asistente de marketing|Especialista en marketing|Responsable de marketing|Directora de marketing',
      'Comunicación',
      `Campañas para {n} líneas de producto|Textos del boletín y de la página web|
      Aumento de las visitas en un {p} %|Coordinación de {n} agencias y sus presupuestos|
      Organización de actos de prensa y jornadas de puertas abiertas`,
      'Marketing de contenidos|Posicionamiento en buscadores|Redes sociales|Redacción|Gestión de marca|Organización de eventos',
    ),
    teacher: tradeOf(
      'Maestra en prácticas|Profesora de matemáticas|Profesora titular|Jefa de departamento',
      'Educación',
      `Clases de matemáticas y física a grupos de {n} alumnos|Preparación para los exámenes finales|
      Orientación a padres y trabajo con servicios sociales|Dirección del coro escolar de {n} voces|
      Elaboración del plan de estudios del primer ciclo`,
      'Docencia|Diseño curricular|Gestión del aula|Planificación de clases|Educación especial|Evaluación de alumnos',
    ),
    chef: tradeOf(
      'Auxiliar de cocina|Cocinero|Segundo jefe de cocina|Jefe de cocina',
      'Hostelería',
      `Cocina para {n} comensales por noche|Partida de salsas y plato del día|
      Pedidos y un {p} % menos de desperdicio|Formación de {n} aprendices|Menús de bodas y banquetes`,
      'Cocina|Elaboración de menús|Seguridad alimentaria|Gestión de cocina|Repostería|Gestión de existencias',
    ),
    logistics: tradeOf(
      'Auxiliar de almacén|Operador de almacén|Encargado de turno|Jefe de logística',
      'Logística',
      `Preparación de {n} pedidos por turno|Manejo de carretillas elevadoras|
      Planificación de rutas de {n} camiones|Un {p} % menos de entregas erróneas|Inventarios y aclaración de diferencias`,
      'Gestión de almacén|Manejo de carretillas|Planificación de rutas|Gestión de existencias|Preparación de pedidos|Cadena de suministro',
    ),
    research: tradeOf(
      'Asistente de investigación|Investigador posdoctoral|Investigador sénior|Profesor asociado',
      'Biología',
      `Estudio de la reparación celular con {n} publicaciones|Captación de fondos para {n} plazas|
      Dirección de {n} tesis|Clases y seminarios de primer curso|Gestión del servicio de microscopía`,
      'Biología molecular|Cultivo celular|Microscopía|Redacción científica|Docencia universitaria|Captación de fondos',
    ),
  },
};
