// Portuguese résumés.
import { listOf, type ResumeWords, tradeOf } from './resume-words.ts';

export const PT: ResumeWords = {
  months: listOf('janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro'),
  shortMonths: listOf('jan.|fev.|mar.|abr.|maio|jun.|jul.|ago.|set.|out.|nov.|dez.'),
  present: listOf('atualidade|presente|atual|até o momento'),
  sections: {
    summary: listOf('Perfil profissional|Resumo profissional|Sobre mim'),
    work: listOf('Experiência profissional|Experiência|Percurso profissional'),
    education: listOf('Formação académica|Formação|Educação'),
    skills: listOf('Competências|Conhecimentos|Competências profissionais'),
    languages: listOf('Idiomas|Línguas'),
    certificates: listOf('Certificações|Cursos e certificações'),
    projects: listOf('Projetos'),
    publications: listOf('Publicações'),
    awards: listOf('Prémios|Prémios e distinções'),
    volunteer: listOf('Voluntariado'),
    interests: listOf('Interesses|Passatempos'),
    references: listOf('Referências'),
    contact: listOf('Contacto|Contactos'),
    profiles: listOf('Links'),
  },
  labels: {
    phone: 'Telefone',
    email: 'E-mail',
    address: 'Morada',
    web: 'Site',
    name: 'Nome',
    curriculum: 'Curriculum vitae',
    page: 'Página {n} de {of}',
    to: 'a',
    since: 'desde',
    in: 'em',
    dates: 'Datas',
    position: 'Função',
    employer: 'Empregador',
    place: 'Local',
    activities: 'Atividades principais',
    qualification: 'Grau',
    institution: 'Instituição',
    area: 'Área de estudo',
    born: 'Data de nascimento',
    nationality: 'Nacionalidade',
  },
  spoken: {
    en: 'Inglês',
    de: 'Alemão',
    fr: 'Francês',
    es: 'Espanhol',
    it: 'Italiano',
    pt: 'Português',
    nl: 'Neerlandês',
    pl: 'Polaco',
    ru: 'Russo',
    ar: 'Árabe',
    tr: 'Turco',
    zh: 'Chinês',
  },
  fluency: {
    native: listOf('língua materna|nativo'),
    C1: listOf('C1|fluente|avançado'),
    B2: listOf('B2|alto'),
    B1: listOf('B1|intermediário'),
    A2: listOf('A2|básico'),
  },
  degrees: {
    school: listOf('Ensino secundário|12.º ano'),
    vocational: listOf('Técnico'),
    bachelor: listOf('Licenciatura'),
    master: listOf('Mestrado'),
    doctorate: listOf('Doutoramento'),
  },
  schools: {
    school: listOf('Escola Secundária de {city}'),
    vocational: listOf('Escola Profissional de {city}'),
    bachelor: listOf('Universidade de {city}|Instituto Politécnico de {city}'),
    master: listOf('Universidade de {city}'),
    doctorate: listOf('Universidade de {city}'),
  },
  employers: {
    firm: listOf('{root} S.A.|{root} Lda.|Grupo {root}|{root} Serviços Lda.'),
    hospital: listOf('Hospital de {city}|Clínica {root}|Hospital São Lucas'),
    school: listOf('Escola {root}|Colégio de {city}'),
    kitchen: listOf('Restaurante {root}|Hotel {root} {city}'),
    university: listOf('Universidade de {city}|Instituto {root}'),
  },
  about: listOf(
    'Empresa familiar com {n} trabalhadores|Prestador de serviços para o setor público|Líder na sua região|Filial de um grupo internacional',
  ),
  summaries: listOf(
    `{title} com {years} anos de experiência em {skill} e {other}.|Mais de {years} anos de prática, sobretudo em {skill}.|
    Profissional responsável com {years} anos de ofício, com domínio de {skill} e {other}.`,
  ),
  closings: listOf(
    `Trabalha bem em equipa e mantém a calma sob pressão.|Procura um cargo com mais responsabilidade.|
    Reconhecida pelo trabalho cuidadoso e pelo cumprimento de prazos.|Gosta de formar novos colegas.`,
  ),
  achievements: listOf(
    `Redução dos custos em {p} % num ano|Formação de {n} novos colegas|
    Introdução de um processo que poupa {n} horas por semana|Aumento da satisfação dos clientes em {p} %|
    Substituição do chefe de departamento|Gestão de um orçamento de {n} milhões`,
  ),
  grade: 'Média: 15,{n}',
  courses: listOf('Gestão de projetos|Direito comercial|Estatística|Escrita científica|Segurança no trabalho|Ética'),
  skillGroups: ['Métodos', 'Ferramentas', 'Outros'],
  certificates: listOf('Primeiros socorros|Carta de condução B|Segurança no trabalho|Formação de formadores'),
  awards: [
    ['Prémio de inovação', 'Câmara de Comércio'],
    ['Colaborador do ano', 'Associação Regional de Empresas'],
    ['Bolsa de mérito', 'Fundação Hollins'],
  ],
  volunteer: [
    ['Cruz Vermelha', 'Socorrista', 'Apoio em {n} eventos públicos por ano'],
    ['Banco Alimentar', 'Motorista', 'Recolha e entrega de alimentos todos os sábados'],
    ['Clube Juvenil', 'Treinador', 'Treino de uma equipa de {n} crianças'],
  ],
  interests: listOf('Caminhadas|Fotografia|Xadrez|Culinária|Ciclismo|Canto coral|Jardinagem|Corrida'),
  references: listOf('Disponíveis a pedido|Uma pessoa de confiança que voltaria a contratar.'),
  trades: {
    software: tradeOf(
      'Programador júnior|Desenvolvedor de software|Engenheiro de software|Gestor de desenvolvimento',
      'Informática',
      `Desenvolvimento e manutenção de aplicações web para {n} clientes|Passagem de um monólito a serviços, com respostas {p} % mais rápidas|
      Revisão de código e apoio a {n} programadores|Testes automáticos e entrega contínua|
      Desenho de interfaces entre faturação e armazém`,
      'Arquitetura de software|Testes unitários|Revisão de código|Métodos ágeis|Desenvolvimento web|Desenho de bases de dados',
    ),
    data: tradeOf(
      'Analista de dados|Cientista de dados e analista|Analista de dados sénior|Gestor de dados',
      'Estatística',
      `Painéis usados por {n} gestores todos os dias|Previsão da procura com menos {p} % de erro|
      Limpeza e junção de dados de {n} fontes|Apresentação de resultados a públicos não técnicos|
      Análise de ensaios de preços`,
      'Análise de dados|Aprendizagem automática|Visualização de dados|Estatística|Previsão|Qualidade de dados',
    ),
    mechanical: tradeOf(
      'Técnico de projeto|Engenheiro mecânico|Engenheiro de desenvolvimento|Chefe de engenharia',
      'Engenharia mecânica',
      `Projeto de corpos de bombas e elaboração de {n} conjuntos de desenhos|Cálculo de cargas e simulação do desgaste|
      Condução de ensaios com {n} técnicos|Poupança de {p} % de material com uma peça nova|
      Acerto de tolerâncias com fornecedores`,
      'Projeto mecânico|Desenho técnico|Elementos finitos|Ciência dos materiais|Desenvolvimento de produto|Gestão da qualidade',
    ),
    electrician: tradeOf(
      'Auxiliar de eletricista|Técnico eletricista|Técnico de instalações elétricas|Coordenador de obra elétrica',
      'Eletrotecnia',
      `Cablagem de {n} casas e escritórios, do quadro à tomada|Deteção e reparação de avarias em máquinas|
      Ensaio de instalações e redação de relatórios|Planeamento de {n} montadores em obra|
      Ligação de painéis fotovoltaicos à rede`,
      'Instalações elétricas|Deteção de avarias|Manutenção preventiva|Quadros elétricos|Fotovoltaico|Segurança no trabalho',
    ),
    nurse: tradeOf(
      'Auxiliar de saúde|Enfermeira|Enfermeira especialista|Enfermeira coordenadora',
      'Enfermagem',
      `Cuidados a {n} doentes por turno em cirurgia|Administração de medicação e registo da evolução|
      Pensos e controlo dos sinais vitais|Orientação de {n} estudantes em estágio|
      Aconselhamento das famílias antes da alta`,
      'Cuidados ao doente|Tratamento de feridas|Administração de medicação|Controlo de sinais vitais|Plano de cuidados|Higiene hospitalar',
    ),
    accountant: tradeOf(
      'Assistente de contabilidade|Contabilista|Contabilista sénior|Diretora financeira',
      'Contabilidade e finanças',
      `Fechos mensais e anuais de {n} empresas|Lançamento de faturas e controlo de pagamentos|
      Entrega de declarações fiscais dentro do prazo|Fecho mensal encurtado em {n} dias|
      Reconciliação de contas com {n} filiais`,
      'Contabilidade financeira|Contas a pagar|Declarações fiscais|Demonstrações financeiras|Orçamentos|Auditoria',
    ),
    sales: tradeOf(
      'Assistente de vendas|Vendedor|Gestor de grandes contas|Diretor comercial',
      'Gestão de empresas',
      `Acompanhamento de {n} grandes clientes no norte do país|Aumento das vendas em {p} % em dois anos|
      Negociação de contratos-quadro com distribuidores|Apresentação da gama em {n} feiras|
      Recuperação de antigos clientes`,
      'Vendas|Negociação|Gestão de grandes contas|Gestão de clientes|Angariação de clientes|Análise de mercado',
    ),
    marketing: tradeOf(
      'Assistente de marketing|Técnico de marketing|Gestora de marketing|Diretora de marketing',
      'Ciências da comunicação',
      `Campanhas para {n} linhas de produto|Textos do boletim e do site|
      Aumento das visitas em {p} %|Coordenação de {n} agências e dos seus orçamentos|
      Organização de eventos de imprensa e dias abertos`,
      'Marketing de conteúdo|Otimização para motores de busca|Redes sociais|Redação|Gestão de marca|Organização de eventos',
    ),
    teacher: tradeOf(
      'Professora estagiária|Professora de matemática|Professora titular|Coordenadora de departamento',
      'Educação',
      `Aulas de matemática e física a turmas de {n} alunos|Preparação para os exames nacionais|
      Aconselhamento de pais e trabalho com a ação social|Direção do coro escolar com {n} vozes|
      Elaboração do programa do primeiro ciclo`,
      'Ensino|Desenvolvimento curricular|Gestão da sala de aula|Planificação de aulas|Educação especial|Avaliação de alunos',
    ),
    chef: tradeOf(
      'Auxiliar de cozinha|Cozinheiro|Subchefe de cozinha|Chefe de cozinha',
      'Hotelaria',
      `Cozinha para {n} pessoas por noite|Secção de molhos e prato do dia|
      Encomendas e menos {p} % de desperdício|Formação de {n} aprendizes|Ementas de casamentos e banquetes`,
      'Cozinha|Elaboração de ementas|Segurança alimentar|Gestão de cozinha|Pastelaria|Gestão de stocks',
    ),
    logistics: tradeOf(
      'Auxiliar de armazém|Operador de armazém|Chefe de turno|Diretor de logística',
      'Logística',
      `Preparação de {n} encomendas por turno|Condução de empilhadores|
      Planeamento de rotas de {n} camiões|Redução das entregas erradas em {p} %|Inventário e esclarecimento de diferenças`,
      'Gestão de armazém|Condução de empilhadores|Planeamento de rotas|Gestão de stocks|Preparação de encomendas|Cadeia de abastecimento',
    ),
    research: tradeOf(
      'Assistente de investigação|Pesquisador de pós-doutoramento|Pesquisador sénior|Professor associado',
      'Biologia',
      `Estudo da reparação celular com {n} publicações|Captação de fundos para {n} lugares|
      Orientação de {n} doutorandos|Aulas e seminários do primeiro ano|Gestão do laboratório de microscopia`,
      'Biologia molecular|Cultura celular|Microscopia|Escrita científica|Docência universitária|Captação de fundos',
    ),
  },
};
