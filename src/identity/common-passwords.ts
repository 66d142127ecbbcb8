// Passwords that guessing begins with, of eight characters and more. Patterns are caught by rules; this list is the rest.

export const commonPasswords: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa55word pass1234 passwort
passwort1 passwort123 12345678 123456789 1234567890 12345678910 0123456789 87654321 987654321 9876543210 11223344
12341234 12344321 123123123 1234qwer 123qweasd 123456qwerty 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 zaq12wsx q1w2e3r4
qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertzui qwertzuiop qwertz123 azertyui
azertyuiop azerty123 asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 abcdefgh abcdefghi abcd1234 abc12345
abc123456 abcdef123 a1b2c3d4 a12345678 aa123456 admin123 admin1234 administrator adminadmin root1234 rootroot toor1234
letmein1 letmein123 welcome1 welcome12 welcome123 welcome1234 iloveyou iloveyou1 iloveyou2 ilovesyou trustno1 sunshine
sunshine1 princess princess1 football football1 baseball baseball1 basketball superman superman1 batman123 spiderman
starwars pokemon1 pokemon123 michael1 jennifer jennifer1 jessica1 michelle charlie1 elizabeth alexander whatever
whatever1 computer computer1 internet internet1 changeme changeme1 changeme123 default1 default123 secret12 secret123
secret1234 temp1234 test1234 test12345 testtest testing1 testing123 guest123 user1234 username login123 mypassword
mypassword1 newpassword oldpassword nopassword yourpassword hello123 hello1234 hellohello freedom1 blink182 liverpool
liverpool1 arsenal1 chelsea1 manchester barcelona realmadrid juventus mercedes ferrari1 porsche1 corvette mustang1
harley123 snowball midnight victoria samantha stephanie danielle nicholas christian christopher benjamin jonathan
anthony1 matthew1 andrew123 jordan23 michael23 master123 masterkey shadow123 dragon123 dragon12 monkey123 monkey12
killer123 hunter123 hunter22 ginger123 pepper123 summer2020 summer2021 summer2022 summer2023 summer2024 summer2025
summer2026 sommer2024 sommer2025 sommer2026 winter2020 winter2021 winter2022 winter2023 winter2024 winter2025
winter2026 spring2024 spring2025 spring2026 autumn2024 autumn2025 autumn2026 herbst2025 herbst2026 hallo123 hallo1234
schatz123 geheim123 ichliebedich motdepasse motdepasse1 bonjour1 bonjour123 jetaime123 soleil123 contrasena
contrasena1 contraseña contraseña1 teamo123 hola1234 senha123 senha1234 mudar123 wachtwoord welkom01 welkom123 haslo123
haslo1234 polska123 zaq1@wsx parola123 parola1234 ciao1234 juventus1 drowssap nothing1 fuckyou1 fuckyou2 asshole1
google123 facebook facebook1 linkedin linkedin1 samsung1 samsung123 iphone123 android1 windows1 windows10 microsoft
cisco123 oracle123 postgres postgres1 database1 server123 invoice1 invoice123 sheaf123 sheafsheaf`.split(/\s+/),
);
