// Programming languages, frameworks and the craft of writing software. Form: ../parse-taxonomy.ts.

export const programming = `
@ knowledge
Software development | software engineering; programming; coding; Softwareentwicklung; Programmierung; développement logiciel; desarrollo de software; application development; software design and development
@ knowledge < Software development
Programming languages | Programmiersprachen; langages de programmation; lenguajes de programación
Web development | Webentwicklung; développement web; desarrollo web; web programming; web application development
Front-end development | frontend; front end; frontend engineering; Frontend-Entwicklung | < Web development
Back-end development | backend; back end; server-side development; Backend-Entwicklung | < Web development
Full-stack development | full stack; fullstack | < Web development
Mobile development | mobile app development; App-Entwicklung; mobile application development; mobile apps
Game development | game programming; Spieleentwicklung
Embedded software | embedded software development; firmware; firmware development; embedded programming; eingebettete Systeme; embedded systems
Systems programming | low-level programming; Systemprogrammierung
Object-oriented programming | OOP; object oriented design; OOD; object orientation; objektorientierte Programmierung; programmation orientée objet
Functional programming | funktionale Programmierung
Concurrent programming | concurrency; multithreading; multi-threading; parallel programming; Nebenläufigkeit
Asynchronous programming | async programming
Reactive programming | 
Data structures | Datenstrukturen; data structures and algorithms | ~ Algorithms .8
Algorithms | Algorithmen; algorithm design | 
Design patterns | software design patterns; Entwurfsmuster
Software architecture | Softwarearchitektur; software design; architecture logicielle; application architecture
Microservices | microservice architecture; Microservice-Architektur | < Software architecture, ~ Docker, ~ REST APIs .6
Event-driven architecture | event driven architecture; EDA* | < Software architecture, ~ Apache Kafka
Service-oriented architecture | SOA* | < Software architecture, ~ Microservices .7
Domain-driven design | DDD* | < Software architecture
Distributed systems | verteilte Systeme; distributed computing | < Software architecture
Serverless | serverless architecture; serverless computing | < Software architecture, ~ AWS Lambda .8
REST APIs | REST*; RESTful; RESTful APIs; REST services; RESTful web services; RESTful services | < API design
API design | API development; APIs; Schnittstellenentwicklung; web services; API integration
GraphQL | | < API design, ~ REST APIs
SOAP* | SOAP web services | < API design, ~ XML
gRPC | | < API design
OpenAPI | Swagger; OpenAPI specification | < API design
WebSockets | WebSocket | < API design
Refactoring | code refactoring
Debugging | Fehlersuche in Software; debug
Code review | code reviews; peer code review; Code-Reviews
Technical debt management | technical debt
Compiler construction | compilers; compiler design; Compilerbau
Performance optimization | performance tuning; performance optimisation; profiling
Internationalization | i18n; internationalisation; software localization
Web accessibility | WCAG; accessibility; a11y; barrierefreies Web; Barrierefreiheit | < Front-end development
Responsive web design | responsive design; mobile-first design | < Front-end development, ~ CSS .7
Progressive web apps | PWA; progressive web app | < Web development
Search engine development | search engines
Real-time systems | RTOS; real-time operating systems; real time systems; Echtzeitsysteme | < Embedded software
Device drivers | driver development; Treiberentwicklung | < Embedded software
Regular expressions | regex; regexp; reguläre Ausdrücke
@ language < Programming languages
Python | Python3; CPython
Java | Java SE; J2SE; core Java
JavaScript | JS; ECMAScript; ES6; vanilla JavaScript | ~ TypeScript .9
TypeScript | TS* | ! JavaScript
C^ | C language; C programming; ANSI C; programming in C
C++ | CPP; C plus plus | ~ C .7
C# | C sharp; CSharp | ~ .NET .9, ~ Java
Go^ | Golang; Go language
Rust^ | Rust language; rustlang | ~ C++
Kotlin | | ~ Java .8
Swift^ | Swift language; SwiftLang | ~ Objective-C .8
Objective-C | ObjC; Obj-C; Objective C
Ruby | 
PHP | PHP7; PHP8; PHP5
Perl | 
R^ | R language; R programming; R statistics
Scala | | ~ Java .6, ~ Functional programming
Groovy^ | Apache Groovy | ~ Java
Clojure | | ~ Functional programming .7
Haskell | | ~ Functional programming .9
Erlang | | ~ Functional programming
Elixir^ | Elixir language | ~ Erlang .8
F# | F sharp | ~ Functional programming .8
OCaml | | ~ Functional programming .8
Lisp | Common Lisp
Scheme programming | Scheme language | ~ Lisp .8
Prolog | logic programming
Fortran | 
COBOL | | ~ Mainframe .8
Pascal^ | Object Pascal; Turbo Pascal
Delphi^ | Borland Delphi; Embarcadero Delphi | ~ Pascal .8
Ada^ | Ada 95; Ada programming
Assembly language | assembler; assembly programming; x86 assembly; Assembler-Programmierung
Visual Basic | VB6; Visual Basic 6
VB.NET | Visual Basic .NET; VBNET | ~ Visual Basic .8
VBA | Visual Basic for Applications; Excel VBA; Excel macros | ~ Visual Basic .8, ~ Microsoft Excel .7
Lua | 
Julia^ | Julia language
MATLAB | Matlab Simulink
Dart^ | Dart language | ~ Flutter .9
Solidity | smart contracts; smart contract development | ~ Blockchain .9
Shell scripting | shell scripts; Unix shell; shell script; Shell-Skripte
Bash^ | bash scripting; bash shell | < Shell scripting
PowerShell | Windows PowerShell | < Shell scripting
Tcl | Tcl/Tk
AWK | gawk
ABAP | SAP ABAP; ABAP OO | ~ SAP .9
Apex^ | Salesforce Apex | ~ Salesforce .8
ColdFusion | CFML
Smalltalk^ | Smalltalk-80
Scratch^ | MIT Scratch
Zig^ | Zig language
Nim^ | Nim language
Crystal^ | Crystal language
ActionScript | Adobe Flex
RPG^ | RPG IV; ILE RPG; RPGLE | ~ IBM i .8
PL/I | PL1
Natural^ | Adabas Natural
Verilog | SystemVerilog; Verilog HDL
VHDL | 
Ladder logic | ladder diagram; Kontaktplan; KOP* | ~ PLC programming .9
Structured text | IEC 61131-3; Strukturierter Text | ~ PLC programming .9
G-code | CNC programming language | ~ CNC programming .9
CUDA | CUDA C; Nvidia CUDA | ~ GPU computing .9
OpenCL | | ~ GPU computing .8
GLSL | shader programming; HLSL; shaders
LabVIEW | National Instruments LabVIEW
SAS^ | SAS programming; SAS Base; SAS software; SAS/STAT
WebAssembly | Wasm
HTML | HTML5; XHTML; hypertext markup language
CSS | CSS3; cascading style sheets; stylesheets | ~ HTML .8
XML | extensible markup language
XSLT | XSL | ~ XML .8
XPath | XQuery | ~ XML .7
JSON | JSON Schema
YAML | 
Markdown^ | Markdown syntax
LaTeX* | TeX typesetting
UML | unified modeling language; UML diagrams | ~ Software architecture
Sass^ | SCSS; Sass/SCSS | ~ CSS .9
LESS^ | Less CSS | ~ CSS .9
SPARQL | | ~ Semantic web .8
@ framework < Front-end development
React^ | ReactJS; React.js; React JS | ! JavaScript, ~ Redux .7
Redux | Redux Toolkit | ~ React .8
Next.js | NextJS | ~ React .8
Angular^ | AngularJS; Angular.js; Angular 2+ | ! TypeScript
Vue.js | Vue^; VueJS; Vue 3 | ! JavaScript
Nuxt | Nuxt.js; NuxtJS | ~ Vue.js .9
Svelte^ | SvelteKit; Svelte.js
Ember.js | EmberJS
Backbone.js | BackboneJS
jQuery | jQuery UI | ~ JavaScript .8
Bootstrap^ | Twitter Bootstrap; Bootstrap CSS | ~ CSS .8
Tailwind CSS | Tailwind | ~ CSS .8
Material UI | MUI; Material Design components | ~ React .7
Three.js | ThreeJS | ~ WebGL .9
WebGL | 
D3.js | D3 library; D3JS | ~ Data visualization .8
RxJS | | ~ Reactive programming .8
Webpack | 
Vite^ | ViteJS | ~ Webpack .8
Babel^ | BabelJS | ~ JavaScript
ESLint | | ~ JavaScript
Storybook^ | Storybook JS | ~ React
styled-components | CSS-in-JS | ~ React
Gatsby^ | GatsbyJS | ~ React .7
Astro^ | Astro framework
Lit^ | web components; LitElement
@ framework < Back-end development
Node.js | Node^; NodeJS; Node JS | ! JavaScript
Express^ | Express.js; ExpressJS | ~ Node.js .9
NestJS | Nest.js | ~ Node.js .9, ~ TypeScript .7
Fastify | | ~ Node.js .8
Deno | | ~ Node.js .7
Spring^ | Spring Framework; Spring MVC; Java Spring | ! Java
Spring Boot | SpringBoot | < Spring
Hibernate^ | Hibernate ORM; JPA; Java Persistence API | ~ Java .8
Jakarta EE | Java EE; J2EE; JEE; Java Enterprise Edition | ! Java
Quarkus | | ~ Java .8
Micronaut | | ~ Java .8
Apache Struts | Struts^ | ~ Java .7
JSF* | JavaServer Faces; PrimeFaces | ~ Jakarta EE .8
JSP* | JavaServer Pages; servlets; Java servlets | ~ Jakarta EE .8
Vaadin | | ~ Java .7
Play Framework | | ~ Scala .8
Akka | | ~ Scala .8
Apache Camel | | ~ Java .6
Django | Django REST framework; DRF* | ! Python
Flask^ | Flask framework | ! Python
FastAPI | | ! Python
Celery^ | Celery task queue | ~ Python .7
SQLAlchemy | | ~ Python .7
Ruby on Rails | Rails^; RoR* | ! Ruby
Sinatra | | ~ Ruby .8
Laravel | | ! PHP
Symfony | | ! PHP
CodeIgniter | | ! PHP
Zend Framework | Laminas; Zend | ! PHP
Yii | Yii2 | ! PHP
CakePHP | | ! PHP
.NET | dotnet; .NET Core; .NET Framework; Microsoft .NET; .NET 6; .NET 8 | ~ C# .9
ASP.NET | ASP.NET Core; ASP.NET MVC; ASP NET | < .NET
Entity Framework | EF Core | ~ .NET .8
Blazor | | ~ .NET .8
WPF | Windows Presentation Foundation; XAML | ~ .NET .8
WinForms | Windows Forms | ~ .NET .8
WCF* | Windows Communication Foundation | ~ .NET .8
Phoenix^ | Phoenix framework; Phoenix LiveView | ~ Elixir .9
@ framework < Mobile development
Android development | Android^; Android SDK; Android app development; Android apps | ~ Kotlin .8
iOS development | iOS; iOS SDK; iPhone development; iOS apps | ~ Swift .9
SwiftUI | UIKit | < iOS development
Jetpack Compose | Android Jetpack | < Android development
React Native | | ~ React .8
Flutter^ | Flutter SDK
Xamarin | .NET MAUI; Xamarin.Forms | ~ C# .7
Ionic^ | Ionic Framework | ~ Angular .6
Apache Cordova | Cordova; PhoneGap | ~ Ionic .7
Kotlin Multiplatform | KMM* | ~ Kotlin .9
@ framework < Game development
Unity^ | Unity3D; Unity engine; Unity 3D | ~ C# .7
Unreal Engine | Unreal; UE4; UE5 | ~ C++ .7
Godot | Godot Engine
Blueprints visual scripting | Unreal Blueprints | ~ Unreal Engine .8
DirectX | Direct3D
OpenGL | 
Vulkan^ | Vulkan API | ~ OpenGL .8
@ framework < Software development
Qt* | Qt framework; QML | ~ C++ .7
Electron^ | ElectronJS; Electron.js | ~ JavaScript .7
Boost^ | Boost C++ | ~ C++ .8
STL^ | standard template library; C++ STL | ~ C++ .8
MFC* | Microsoft Foundation Classes | ~ C++ .7
Tkinter | PyQt; PySide | ~ Python .7
GTK | GTK+ | 
OpenMP | | ~ Concurrent programming .7
MPI* | message passing interface | ~ Concurrent programming .7
ROS* | Robot Operating System; ROS 2; ROS2 | ~ Robotics .9
FreeRTOS | | ~ Real-time systems .9
AUTOSAR | | ~ Automotive software .9
`;
