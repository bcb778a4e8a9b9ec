<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
  <context>
    <name>pkm</name>
    <message numerus="yes">
      <source>%n are here already.</source>
      <translation>
        <numerusform>%n is er al.</numerusform>
        <numerusform>%n zijn er al.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n artikel</numerusform>
        <numerusform>%n artikelen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) are here whole.</source>
      <translation>
        <numerusform>%n artikel staat hier in zijn geheel.</numerusform>
        <numerusform>%n artikelen staan hier in hun geheel.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) marked as read.</source>
      <translation>
        <numerusform>%n artikel op gelezen gezet.</numerusform>
        <numerusform>%n artikelen op gelezen gezet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n feed(s) answered.</source>
      <translation>
        <numerusform>%n feed antwoordde.</numerusform>
        <numerusform>%n feeds antwoordden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) unpacked. The PKM folder of the backup is “vault” in {name}; what you have open here stayed as it is.</source>
      <translation>
        <numerusform>%n bestand uitgepakt. De PKM-map van de back-up is “vault” in {name}; wat je hier open hebt is gebleven zoals het was.</numerusform>
        <numerusform>%n bestanden uitgepakt. De PKM-map van de back-up is “vault” in {name}; wat je hier open hebt is gebleven zoals het was.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n followed already.</source>
      <translation>
        <numerusform>%n volgde je al.</numerusform>
        <numerusform>%n volgde je al.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n h</source>
      <translation>
        <numerusform>%n uur</numerusform>
        <numerusform>%n uur</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n highlight(s)</source>
      <translation>
        <numerusform>%n markering</numerusform>
        <numerusform>%n markeringen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n ill</source>
      <translation>
        <numerusform>%n hapert</numerusform>
        <numerusform>%n haperen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n min</source>
      <translation>
        <numerusform>%n min</numerusform>
        <numerusform>%n min</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>nog %n</numerusform>
        <numerusform>nog %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new article(s).</source>
      <translation>
        <numerusform>%n nieuw artikel.</numerusform>
        <numerusform>%n nieuwe artikelen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not taken: {reason}</source>
      <translation>
        <numerusform>%n niet overgenomen: {reason}</numerusform>
        <numerusform>%n niet overgenomen: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%n notitie</numerusform>
        <numerusform>%n notities</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n own word(s)</source>
      <translation>
        <numerusform>%n eigen woord</numerusform>
        <numerusform>%n eigen woorden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people</source>
      <translation>
        <numerusform>%n persoon</numerusform>
        <numerusform>%n personen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) are with them.</source>
      <translation>
        <numerusform>Er is %n afbeelding bij.</numerusform>
        <numerusform>Er zijn %n afbeeldingen bij.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) did not come.</source>
      <translation>
        <numerusform>%n afbeelding kwam niet.</numerusform>
        <numerusform>%n afbeeldingen kwamen niet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) from elsewhere are not shown.</source>
      <translation>
        <numerusform>%n afbeelding van elders wordt niet getoond.</numerusform>
        <numerusform>%n afbeeldingen van elders worden niet getoond.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) stayed behind: you may not place them there. Their words stand in their place.</source>
      <translation>
        <numerusform>%n afbeelding bleef achter: je mag daar geen afbeeldingen plaatsen. De woorden staan op haar plaats.</numerusform>
        <numerusform>%n afbeeldingen bleven achter: je mag daar geen afbeeldingen plaatsen. Hun woorden staan op hun plaats.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s)</source>
      <translation>
        <numerusform>%n plek</numerusform>
        <numerusform>%n plekken</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n post(s) stand in it.</source>
      <translation>
        <numerusform>Er staat %n post in.</numerusform>
        <numerusform>Er staan %n posts in.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n private part(s) left out</source>
      <translation>
        <numerusform>%n deel alleen voor jou weggelaten</numerusform>
        <numerusform>%n delen alleen voor jou weggelaten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n quotation(s)</source>
      <translation>
        <numerusform>%n citaat</numerusform>
        <numerusform>%n citaten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n quoted</source>
      <translation>
        <numerusform>%n geciteerd</numerusform>
        <numerusform>%n geciteerd</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n result(s)</source>
      <translation>
        <numerusform>%n resultaat</numerusform>
        <numerusform>%n resultaten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s)</source>
      <translation>
        <numerusform>%n bron</numerusform>
        <numerusform>%n bronnen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s) added.</source>
      <translation>
        <numerusform>%n bron toegevoegd.</numerusform>
        <numerusform>%n bronnen toegevoegd.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s) bring nothing at the moment; PKM tries again by itself where that makes sense.</source>
      <translation>
        <numerusform>%n bron brengt op het moment niets; PKM probeert het vanzelf opnieuw waar dat zin heeft.</numerusform>
        <numerusform>%n bronnen brengen op het moment niets; PKM probeert het vanzelf opnieuw waar dat zin heeft.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stay in</source>
      <translation>
        <numerusform>%n blijft binnen</numerusform>
        <numerusform>%n blijven binnen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n that you follow</source>
      <translation>
        <numerusform>%n die je volgt</numerusform>
        <numerusform>%n die je volgt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) came.</source>
      <translation>
        <numerusform>%n ding is gekomen.</numerusform>
        <numerusform>%n dingen zijn gekomen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) first</source>
      <translation>
        <numerusform>Eerst nog %n ding</numerusform>
        <numerusform>Eerst nog %n dingen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) hang on it</source>
      <translation>
        <numerusform>er hangt %n ding aan</numerusform>
        <numerusform>er hangen %n dingen aan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) mended.</source>
      <translation>
        <numerusform>%n ding hersteld.</numerusform>
        <numerusform>%n dingen hersteld.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) must be mended before you give it on.</source>
      <translation>
        <numerusform>%n punt moet worden hersteld voor je het weggeeft.</numerusform>
        <numerusform>%n punten moeten worden hersteld voor je het weggeeft.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) need a look.</source>
      <translation>
        <numerusform>%n ding vraagt aandacht.</numerusform>
        <numerusform>%n dingen vragen aandacht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) would come.</source>
      <translation>
        <numerusform>Er zou %n ding komen.</numerusform>
        <numerusform>Er zouden %n dingen komen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unread</source>
      <translation>
        <numerusform>%n ongelezen</numerusform>
        <numerusform>%n ongelezen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s)</source>
      <translation>
        <numerusform>%n woord</numerusform>
        <numerusform>%n woorden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n year(s) ago</source>
      <translation>
        <numerusform>%n jaar geleden</numerusform>
        <numerusform>%n jaar geleden</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Article</source>
      <translation>&amp;Artikel</translation>
    </message>
    <message>
      <source>&amp;Draft</source>
      <translation>&amp;Concept</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>B&amp;ewerken</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Bestand</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation>&amp;Ga naar</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hulp</translation>
    </message>
    <message>
      <source>&amp;Note</source>
      <translation>&amp;Notitie</translation>
    </message>
    <message>
      <source>&amp;Today</source>
      <translation>&amp;Vandaag</translation>
    </message>
    <message>
      <source>A change that had been cut off was finished now: {what}</source>
      <translation>Een wijziging die was afgebroken, is nu afgemaakt: {what}</translation>
    </message>
    <message>
      <source>A chapter needs a title.</source>
      <translation>Een hoofdstuk heeft een titel nodig.</translation>
    </message>
    <message>
      <source>A conversation goes out without a name</source>
      <translation>Een gesprek gaat zonder naam naar buiten</translation>
    </message>
    <message>
      <source>A credit leads nowhere</source>
      <translation>Een bronvermelding leidt nergens heen</translation>
    </message>
    <message>
      <source>A credit names no author</source>
      <translation>Een bronvermelding noemt geen auteur</translation>
    </message>
    <message>
      <source>A draft needs a title.</source>
      <translation>Een concept heeft een titel nodig.</translation>
    </message>
    <message>
      <source>A draft was made of these. Everything in it carries its credit.</source>
      <translation>Hiervan is een concept gemaakt. Alles erin draagt zijn bronvermelding.</translation>
    </message>
    <message>
      <source>A feed is likely; not tried yet.</source>
      <translation>Een feed is waarschijnlijk; nog niet geprobeerd.</translation>
    </message>
    <message>
      <source>A feed needs a title and an author.</source>
      <translation>Een feed heeft een titel en een auteur nodig.</translation>
    </message>
    <message>
      <source>A feed vanished from subscriptions.opml. It stays followed, and is written back when you next follow or unfollow; unfollow it if you no longer want it.</source>
      <translation>Een bron is uit subscriptions.opml verdwenen. Je blijft haar volgen, en ze wordt teruggeschreven zodra je weer iemand volgt of ontvolgt; ontvolg haar als je haar niet meer wilt.</translation>
    </message>
    <message>
      <source>A file is gone from your PKM folder: {names}. `pkm history` can put it back.</source>
      <translation>Een bestand is uit je PKM-map verdwenen: {names}. `pkm history` kan het terugzetten.</translation>
    </message>
    <message>
      <source>A file of the draft’s folder is not shown in it</source>
      <translation>Een bestand uit de map van het concept staat er niet in</translation>
    </message>
    <message>
      <source>A file of your PKM folder is online only, so what it says is not known here yet: {names}. It is not fetched unasked; choose in your file manager to keep the folder on this device.</source>
      <translation>Een bestand van je PKM-map staat alleen online, dus wat erin staat is hier nog niet bekend: {names}. Het wordt niet ongevraagd opgehaald; kies in je bestandsbeheer om de map op dit apparaat te bewaren.</translation>
    </message>
    <message>
      <source>A folder needs a name.</source>
      <translation>Een map heeft een naam nodig.</translation>
    </message>
    <message>
      <source>A highlight in “{path}” lost its place in the article: “{words}”</source>
      <translation>Een markering in “{path}” is haar plek in het artikel kwijt: “{words}”</translation>
    </message>
    <message>
      <source>A highlight needs words.</source>
      <translation>Een markering heeft woorden nodig.</translation>
    </message>
    <message>
      <source>A line of {path} cannot be read and was passed over; the other marks count.</source>
      <translation>Een regel van {path} is onleesbaar en overgeslagen; de andere kenmerken tellen.</translation>
    </message>
    <message>
      <source>A link goes out as plain words</source>
      <translation>Een link gaat als gewone woorden naar buiten</translation>
    </message>
    <message>
      <source>A link of “{path}” leads somewhere again.</source>
      <translation>Een link in “{path}” leidt weer ergens heen.</translation>
    </message>
    <message>
      <source>A link to a private file goes out without its name</source>
      <translation>Een link naar een privébestand gaat zonder naam naar buiten</translation>
    </message>
    <message>
      <source>A name for this search</source>
      <translation>Een naam voor deze zoekopdracht</translation>
    </message>
    <message>
      <source>A name of your own house has at most {most} characters, and the list at most {names} names. Nothing was changed.</source>
      <translation>Een naam van je eigen huis heeft hoogstens {most} tekens, en de lijst hoogstens {names} namen. Er is niets veranderd.</translation>
    </message>
    <message>
      <source>A name of your own house needs at least one character.</source>
      <translation>Een naam van je eigen huis heeft minstens één teken.</translation>
    </message>
    <message>
      <source>A name of your own house stands in it</source>
      <translation>Er staat een naam van je eigen huis in</translation>
    </message>
    <message>
      <source>A note needs a title.</source>
      <translation>Een notitie heeft een titel nodig.</translation>
    </message>
    <message>
      <source>A note that you made about this day of a former year.</source>
      <translation>Een notitie die je rond deze dag in een eerder jaar maakte.</translation>
    </message>
    <message>
      <source>A passage needs words.</source>
      <translation>Een passage heeft woorden nodig.</translation>
    </message>
    <message>
      <source>A passage that stays in begins or ends here, so this one cannot be marked. Choose what stands outside it.</source>
      <translation>Hier begint of eindigt al een passage die binnen blijft, dus deze kan niet worden gemarkeerd. Kies wat erbuiten staat.</translation>
    </message>
    <message>
      <source>A picture does not go along</source>
      <translation>Een afbeelding gaat niet mee</translation>
    </message>
    <message>
      <source>A picture has no words for who cannot see it</source>
      <translation>Een afbeelding heeft geen tekst voor wie haar niet kan zien</translation>
    </message>
    <message>
      <source>A private note never leaves this machine in a draft.</source>
      <translation>Een notitie die alleen voor jou is, gaat nooit in een concept naar buiten.</translation>
    </message>
    <message>
      <source>A private part is never closed, so all after it stays in</source>
      <translation>Een deel alleen voor jou is nergens afgesloten, dus alles erna blijft binnen</translation>
    </message>
    <message>
      <source>A question cannot serve itself.</source>
      <translation>Een vraag kan niet aan zichzelf bijdragen.</translation>
    </message>
    <message>
      <source>A question of your own tells you what to look for.</source>
      <translation>Een eigen vraag vertelt je waar je naar zoekt.</translation>
    </message>
    <message>
      <source>A quotation has other words than you highlighted</source>
      <translation>Een citaat heeft andere woorden dan je markeerde</translation>
    </message>
    <message>
      <source>A quotation in “{path}” names its source as it was called before.</source>
      <translation>Een citaat in “{path}” noemt zijn bron bij de vorige naam.</translation>
    </message>
    <message>
      <source>A quotation is long</source>
      <translation>Een citaat is lang</translation>
    </message>
    <message>
      <source>A quotation names no author and no source</source>
      <translation>Een citaat noemt geen auteur en geen bron</translation>
    </message>
    <message>
      <source>A saved search needs a name.</source>
      <translation>Een bewaarde zoekopdracht heeft een naam nodig.</translation>
    </message>
    <message>
      <source>A sentence of it, or an address</source>
      <translation>Een zin eruit, of een adres</translation>
    </message>
    <message>
      <source>A source needs a name.</source>
      <translation>Een bron heeft een naam nodig.</translation>
    </message>
    <message>
      <source>A source needs a title.</source>
      <translation>Een bron heeft een titel nodig.</translation>
    </message>
    <message>
      <source>A source was changed since: these words no longer stand there</source>
      <translation>Een bron is sindsdien veranderd: deze woorden staan er niet meer</translation>
    </message>
    <message>
      <source>A word holds a name of your own house</source>
      <translation>Er zit een naam van je eigen huis in een woord</translation>
    </message>
    <message>
      <source>A year ago</source>
      <translation>Een jaar geleden</translation>
    </message>
    <message>
      <source>About PKM</source>
      <translation>Over PKM</translation>
    </message>
    <message>
      <source>About this draft</source>
      <translation>Over dit concept</translation>
    </message>
    <message>
      <source>Act</source>
      <translation>Handeling</translation>
    </message>
    <message>
      <source>Acts and their keys</source>
      <translation>Handelingen en hun toetsen</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Toevoegen</translation>
    </message>
    <message>
      <source>Add an outlet</source>
      <translation>Een kanaal toevoegen</translation>
    </message>
    <message>
      <source>Add its credit</source>
      <translation>Bronvermelding toevoegen</translation>
    </message>
    <message>
      <source>Add source</source>
      <translation>Bron toevoegen</translation>
    </message>
    <message>
      <source>Add tags</source>
      <translation>Tags erbij</translation>
    </message>
    <message>
      <source>Add tags, with commas between</source>
      <translation>Voeg tags toe, met komma’s ertussen</translation>
    </message>
    <message>
      <source>Add to my dictionary</source>
      <translation>Toevoegen aan mijn woordenlijst</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adres</translation>
    </message>
    <message>
      <source>Address of a site or a feed</source>
      <translation>Adres van een site of feed</translation>
    </message>
    <message>
      <source>Address, for example {example}</source>
      <translation>Adres, bijvoorbeeld {example}</translation>
    </message>
    <message>
      <source>Address, only where it is another</source>
      <translation>Adres, alleen als het een ander is</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alles</translation>
    </message>
    <message>
      <source>All as they came</source>
      <translation>Alles zoals het was</translation>
    </message>
    <message>
      <source>All keys are as they came.</source>
      <translation>Alle toetsen zijn weer zoals ze waren.</translation>
    </message>
    <message>
      <source>All read. New articles appear here after the next refresh.</source>
      <translation>Alles gelezen. Nieuwe artikelen verschijnen hier na het volgende ophalen.</translation>
    </message>
    <message>
      <source>All results for “{query}”</source>
      <translation>Alle resultaten voor “{query}”</translation>
    </message>
    <message>
      <source>All that you published for everybody, as a file that feed readers follow. Put it where its address says, and write it anew when there is more.</source>
      <translation>Alles wat je voor iedereen publiceerde, als een bestand dat feedlezers volgen. Zet het neer waar het adres zegt, en schrijf het opnieuw als er meer is.</translation>
    </message>
    <message>
      <source>All who read the wiki can read it</source>
      <translation>Iedereen die de wiki leest, kan het lezen</translation>
    </message>
    <message>
      <source>All you write lies there as plain files. A backup puts all of it, with what this machine keeps beside it, into one file; passwords are not in it.</source>
      <translation>Alles wat je schrijft staat daar in gewone bestanden. Een back-up zet dat allemaal, met wat deze computer ernaast bewaart, in één bestand; wachtwoorden zitten er niet in.</translation>
    </message>
    <message>
      <source>All your sources are fine.</source>
      <translation>Met al je bronnen gaat het goed.</translation>
    </message>
    <message>
      <source>Always</source>
      <translation>Altijd</translation>
    </message>
    <message>
      <source>Always for {source}</source>
      <translation>Altijd bij {source}</translation>
    </message>
    <message>
      <source>An address could not be tried</source>
      <translation>Een adres kon niet geprobeerd worden</translation>
    </message>
    <message>
      <source>An address does not answer</source>
      <translation>Een adres antwoordt niet</translation>
    </message>
    <message>
      <source>An answer needs words.</source>
      <translation>Een reactie heeft woorden nodig.</translation>
    </message>
    <message>
      <source>An empty folder for it</source>
      <translation>Een lege map ervoor</translation>
    </message>
    <message>
      <source>An outlet needs a name.</source>
      <translation>Een kanaal heeft een naam nodig.</translation>
    </message>
    <message>
      <source>An outlet needs an address.</source>
      <translation>Een kanaal heeft een adres nodig.</translation>
    </message>
    <message>
      <source>An outlet needs its password. Nothing was kept.</source>
      <translation>Een kanaal heeft een wachtwoord nodig. Er is niets bewaard.</translation>
    </message>
    <message>
      <source>An outlet of this kind needs your user name there. Nothing was kept.</source>
      <translation>Een kanaal van deze soort heeft je gebruikersnaam daar nodig. Er is niets bewaard.</translation>
    </message>
    <message numerus="yes">
      <source>And %n more like it.</source>
      <translation>
        <numerusform>En nog %n zoals deze.</numerusform>
        <numerusform>En nog %n zoals deze.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>And %n more.</source>
      <translation>
        <numerusform>En nog %n.</numerusform>
        <numerusform>En nog %n.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>And %n other(s).</source>
      <translation>
        <numerusform>En nog één.</numerusform>
        <numerusform>En nog %n.</numerusform>
      </translation>
    </message>
    <message>
      <source>Annotation {number} is of no address of the web.</source>
      <translation>Aantekening {number} hoort bij geen webadres.</translation>
    </message>
    <message>
      <source>Another colour.</source>
      <translation>Andere kleur.</translation>
    </message>
    <message>
      <source>Another extent.</source>
      <translation>Andere omvang.</translation>
    </message>
    <message>
      <source>Another folder is opened at once, in this window. The former one stays as it is.</source>
      <translation>Een andere map gaat meteen open, in dit venster. De vorige blijft zoals hij is.</translation>
    </message>
    <message>
      <source>Another key for this act</source>
      <translation>Een andere toets voor deze handeling</translation>
    </message>
    <message>
      <source>Another name</source>
      <translation>Een andere naam</translation>
    </message>
    <message>
      <source>Another name for the folder</source>
      <translation>Een andere naam voor de map</translation>
    </message>
    <message>
      <source>Another program kept the database {path} busy for {seconds} seconds. Try again.</source>
      <translation>Een ander programma hield de database {path} {seconds} seconden bezet. Probeer het opnieuw.</translation>
    </message>
    <message>
      <source>Another window or command is changing many files just now. Try again when that has ended.</source>
      <translation>Een ander venster of een opdracht wijzigt nu juist veel bestanden. Probeer het opnieuw als dat klaar is.</translation>
    </message>
    <message>
      <source>Any language</source>
      <translation>Elke taal</translation>
    </message>
    <message>
      <source>Any source</source>
      <translation>Elke bron</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Weergave</translation>
    </message>
    <message>
      <source>Around this note</source>
      <translation>Rond deze notitie</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Article of the stream</source>
      <translation>Artikel uit de stroom</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikelen</translation>
    </message>
    <message>
      <source>Articles not kept</source>
      <translation>Artikelen die je niet bewaart</translation>
    </message>
    <message>
      <source>Articles of the last {days} days never go: give a higher number.</source>
      <translation>Artikelen van de laatste {days} dagen gaan nooit weg: geef een hoger getal.</translation>
    </message>
    <message>
      <source>As it came</source>
      <translation>Zoals hij was</translation>
    </message>
    <message>
      <source>As it is now</source>
      <translation>Zoals het nu is</translation>
    </message>
    <message>
      <source>As it is written there (Markdown)</source>
      <translation>Zoals het daar geschreven staat (Markdown)</translation>
    </message>
    <message>
      <source>As it is written there (wikitext)</source>
      <translation>Zoals het daar geschreven staat (wikitekst)</translation>
    </message>
    <message>
      <source>As it left</source>
      <translation>Zoals het vertrok</translation>
    </message>
    <message>
      <source>As it read when you highlighted it, on {date}.</source>
      <translation>Zoals het er stond toen je het markeerde, op {date}.</translation>
    </message>
    <message>
      <source>As it read when you highlighted it.</source>
      <translation>Zoals het er stond toen je het markeerde.</translation>
    </message>
    <message>
      <source>As it stands at {name}</source>
      <translation>Zoals het op {name} staat</translation>
    </message>
    <message>
      <source>As it stands there now</source>
      <translation>Zoals het er nu staat</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Zoals het systeem</translation>
    </message>
    <message>
      <source>As you read it on {day}</source>
      <translation>Zoals je het las op {day}</translation>
    </message>
    <message>
      <source>As you would send it</source>
      <translation>Zoals jij het zou versturen</translation>
    </message>
    <message>
      <source>Ask a learning question</source>
      <translation>Een leervraag stellen</translation>
    </message>
    <message>
      <source>Ask one</source>
      <translation>Stel er een</translation>
    </message>
    <message>
      <source>Asked once a day</source>
      <translation>Eens per dag gevraagd</translation>
    </message>
    <message>
      <source>Asked: {title}</source>
      <translation>Gesteld: {title}</translation>
    </message>
    <message>
      <source>Asking {name} …</source>
      <translation>{name} vragen …</translation>
    </message>
    <message>
      <source>Asks every address in this draft whether it still answers</source>
      <translation>Vraagt elk adres in dit concept of het nog antwoordt</translation>
    </message>
    <message>
      <source>Asks the places you sent a draft to whether it is published by now. Nothing else is told them.</source>
      <translation>Vraagt de plekken waar je een concept heen stuurde of het inmiddels gepubliceerd is. Verder horen ze niets.</translation>
    </message>
    <message>
      <source>Attach</source>
      <translation>Koppelen</translation>
    </message>
    <message>
      <source>Attach to a learning question</source>
      <translation>Aan een leervraag koppelen</translation>
    </message>
    <message>
      <source>Attach to a learning question…</source>
      <translation>Aan een leervraag koppelen…</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Auteur</translation>
    </message>
    <message>
      <source>Author or speaker</source>
      <translation>Auteur of spreker</translation>
    </message>
    <message>
      <source>Authors and colleagues get a page here. Open an article of theirs and press P.</source>
      <translation>Auteurs en collega’s krijgen hier een pagina. Open een artikel van iemand en druk op P.</translation>
    </message>
    <message>
      <source>Back in the inbox: “{title}”.</source>
      <translation>Terug bij Nieuw: “{title}”.</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Back-up</translation>
    </message>
    <message>
      <source>Baked</source>
      <translation>Uitgewerkt</translation>
    </message>
    <message>
      <source>Before it leaves</source>
      <translation>Voor je het deelt</translation>
    </message>
    <message>
      <source>Beside the eBook</source>
      <translation>Naast het eBook</translation>
    </message>
    <message>
      <source>Beside your sources. Hidden, nothing counts what you have not read.</source>
      <translation>Naast je bronnen. Verborgen telt niets wat je niet gelezen hebt.</translation>
    </message>
    <message>
      <source>Blocked</source>
      <translation>Geweigerd</translation>
    </message>
    <message>
      <source>Blogs like WordPress get these as well:</source>
      <translation>Blogs zoals WordPress krijgen ook:</translation>
    </message>
    <message>
      <source>Bold</source>
      <translation>Vet</translation>
    </message>
    <message>
      <source>Book</source>
      <translation>Boek</translation>
    </message>
    <message>
      <source>Bring together</source>
      <translation>Samenvoegen</translation>
    </message>
    <message>
      <source>By itself</source>
      <translation>Vanzelf</translation>
    </message>
    <message>
      <source>By itself means while the window is open: less often on battery, never over a metered line.</source>
      <translation>Vanzelf betekent zolang het venster openstaat: minder vaak op de accu, nooit over een verbinding met datalimiet.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Cannot be reached</source>
      <translation>Onbereikbaar</translation>
    </message>
    <message>
      <source>Capture</source>
      <translation>Vastleggen</translation>
    </message>
    <message>
      <source>Captured</source>
      <translation>Vastgelegd</translation>
    </message>
    <message>
      <source>Captured: “{title}”.</source>
      <translation>Vastgelegd: “{title}”.</translation>
    </message>
    <message>
      <source>Capturing</source>
      <translation>Vastleggen</translation>
    </message>
    <message>
      <source>Case</source>
      <translation>Casus</translation>
    </message>
    <message>
      <source>Categories</source>
      <translation>Categorieën</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>Certificaat</translation>
    </message>
    <message>
      <source>Change address</source>
      <translation>Nieuw adres gebruiken</translation>
    </message>
    <message>
      <source>Changed: {title}</source>
      <translation>Gewijzigd: {title}</translation>
    </message>
    <message>
      <source>Chapter 1</source>
      <translation>Hoofdstuk 1</translation>
    </message>
    <message>
      <source>Chapter 2</source>
      <translation>Hoofdstuk 2</translation>
    </message>
    <message>
      <source>Chapter 3</source>
      <translation>Hoofdstuk 3</translation>
    </message>
    <message>
      <source>Chapter from a question</source>
      <translation>Hoofdstuk van een leervraag</translation>
    </message>
    <message>
      <source>Check-up</source>
      <translation>Controle en herstel</translation>
    </message>
    <message>
      <source>Choices</source>
      <translation>Keuzes</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Bestand kiezen</translation>
    </message>
    <message>
      <source>Choose a file…</source>
      <translation>Bestand kiezen…</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>Map kiezen…</translation>
    </message>
    <message>
      <source>Choose a picture</source>
      <translation>Kies een afbeelding</translation>
    </message>
    <message>
      <source>Choose a question, or write a new one.</source>
      <translation>Kies een vraag, of schrijf een nieuwe.</translation>
    </message>
    <message>
      <source>Choose an act, put the cursor in the field below and press the key.</source>
      <translation>Kies een handeling, zet de cursor in het veld hieronder en druk op de toets.</translation>
    </message>
    <message>
      <source>Choose an article to read it here.</source>
      <translation>Kies een artikel om het hier te lezen.</translation>
    </message>
    <message>
      <source>Choose another folder</source>
      <translation>Andere map kiezen</translation>
    </message>
    <message>
      <source>Choose people to follow</source>
      <translation>Kies mensen om te volgen</translation>
    </message>
    <message>
      <source>Choose two highlights or more to join.</source>
      <translation>Kies twee of meer markeringen om samen te voegen.</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Leegmaken</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Close PKM and take the file pkm.db away: your PKM folder and the feeds fill it again.</source>
      <translation>Sluit PKM en haal het bestand pkm.db weg: je PKM-map en de feeds vullen het opnieuw.</translation>
    </message>
    <message>
      <source>Close it here</source>
      <translation>Hier sluiten</translation>
    </message>
    <message>
      <source>Close the window</source>
      <translation>Venster sluiten</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Code begins and is never closed, so all after it is code</source>
      <translation>Code begint en wordt nergens gesloten, dus alles erna is code</translation>
    </message>
    <message>
      <source>Colours, at once. As the system: light by day and dark by night where your system does so.</source>
      <translation>Kleuren, meteen. Zoals het systeem: overdag licht en ’s avonds donker, als je systeem dat doet.</translation>
    </message>
    <message>
      <source>Comes from</source>
      <translation>Komt uit</translation>
    </message>
    <message>
      <source>Community</source>
      <translation>Gemeenschap</translation>
    </message>
    <message>
      <source>Compilers</source>
      <translation>Samenstellers</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Gesprek</translation>
    </message>
    <message>
      <source>Conversation with {name}</source>
      <translation>Gesprek met {name}</translation>
    </message>
    <message>
      <source>Copied.</source>
      <translation>Gekopieerd.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiëren</translation>
    </message>
    <message>
      <source>Copy for {name}</source>
      <translation>Kopiëren voor {name}</translation>
    </message>
    <message>
      <source>Copy the address</source>
      <translation>Adres kopiëren</translation>
    </message>
    <message>
      <source>Copy the message</source>
      <translation>Bericht kopiëren</translation>
    </message>
    <message>
      <source>Count its unread articles</source>
      <translation>Ongelezen artikelen tellen</translation>
    </message>
    <message>
      <source>Credit back</source>
      <translation>Laat het de auteur weten</translation>
    </message>
    <message>
      <source>Ctrl Enter makes a note a chapter of your eBook; a learning question brings along all that hangs on it.</source>
      <translation>Ctrl Enter maakt van een notitie een hoofdstuk van je eBook; een leervraag brengt alles mee wat eraan hangt.</translation>
    </message>
    <message>
      <source>Curated eBook</source>
      <translation>Samengesteld eBook</translation>
    </message>
    <message>
      <source>Customise</source>
      <translation>Toespitsen</translation>
    </message>
    <message>
      <source>Customise: what does this mean for your own people?</source>
      <translation>Toespitsen: wat betekent dit voor je eigen mensen?</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>Beschadigd</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Donker</translation>
    </message>
    <message>
      <source>Delete one of them; “{path}” is linked to, so choose yourself.</source>
      <translation>Verwijder er een; naar “{path}” wordt verwezen, dus kies zelf.</translation>
    </message>
    <message>
      <source>Did you mean “{words}”?</source>
      <translation>Bedoel je “{words}”?</translation>
    </message>
    <message>
      <source>Discover</source>
      <translation>Ontdekken</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Klaar</translation>
    </message>
    <message>
      <source>Done with “{title}”.</source>
      <translation>Klaar met “{title}”.</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Concept</translation>
    </message>
    <message>
      <source>Drafts</source>
      <translation>Concepten</translation>
    </message>
    <message>
      <source>Drafts and what was shared</source>
      <translation>Concepten en wat gedeeld is</translation>
    </message>
    <message>
      <source>Drag a part to another place, or move it with Alt and the arrows. The bar shows how much is quoted.</source>
      <translation>Sleep een deel naar een andere plek, of verplaats het met Alt en de pijltjes. Het balkje laat zien hoeveel geciteerd is.</translation>
    </message>
    <message>
      <source>Dutch</source>
      <translation>Nederlands</translation>
    </message>
    <message>
      <source>Dutch English translation</source>
      <translation>Nederlands Engels vertaling</translation>
    </message>
    <message>
      <source>E-mail (*.eml)</source>
      <translation>E-mail (*.eml)</translation>
    </message>
    <message>
      <source>E.g. {example}</source>
      <translation>Bijv. {example}</translation>
    </message>
    <message>
      <source>EPUB book (*.epub)</source>
      <translation>EPUB-boek (*.epub)</translation>
    </message>
    <message>
      <source>Edit address</source>
      <translation>Adres wijzigen</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Engels</translation>
    </message>
    <message>
      <source>Enter puts it in where you write; you can drag it there, too. Its credit comes along.</source>
      <translation>Enter zet het waar je schrijft; slepen kan ook. De bronvermelding gaat mee.</translation>
    </message>
    <message>
      <source>Entry {number} has no address of the web, or no highlights.</source>
      <translation>Item {number} heeft geen webadres, of geen markeringen.</translation>
    </message>
    <message>
      <source>Entry {number} has no title, or no highlights.</source>
      <translation>Onderdeel {number} heeft geen titel of geen markeringen.</translation>
    </message>
    <message>
      <source>Every address answers.</source>
      <translation>Elk adres antwoordt.</translation>
    </message>
    <message>
      <source>Every article that you keep or highlight gets a page of its own here.</source>
      <translation>Elk artikel dat je bewaart of waarin je markeert, krijgt hier een eigen pagina.</translation>
    </message>
    <message>
      <source>Every month</source>
      <translation>Elke maand</translation>
    </message>
    <message>
      <source>Every quotation has words of your own</source>
      <translation>Bij elk citaat staan woorden van jou</translation>
    </message>
    <message>
      <source>Every quotation names its author</source>
      <translation>Elk citaat noemt de auteur</translation>
    </message>
    <message>
      <source>Every two weeks</source>
      <translation>Elke twee weken</translation>
    </message>
    <message>
      <source>Every week</source>
      <translation>Elke week</translation>
    </message>
    <message>
      <source>Everything you write, choose or quote is kept here as plain files of your own. Notes you have already, as in a folder of Obsidian, are welcome: PKM changes nothing in them.</source>
      <translation>Alles wat je schrijft, kiest of citeert staat hier als gewone bestanden van jezelf. Notities die je al hebt, bijvoorbeeld in een map van Obsidian, zijn welkom: PKM verandert er niets aan.</translation>
    </message>
    <message>
      <source>Excerpt</source>
      <translation>Samenvatting</translation>
    </message>
    <message>
      <source>Export subscriptions</source>
      <translation>Abonnementen wegschrijven</translation>
    </message>
    <message>
      <source>Export to a file</source>
      <translation>Exporteren naar een bestand</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Mislukt</translation>
    </message>
    <message>
      <source>Feed (*.atom)</source>
      <translation>Feed (*.atom)</translation>
    </message>
    <message>
      <source>Feed (*.xml)</source>
      <translation>Feed (*.xml)</translation>
    </message>
    <message>
      <source>Feed health</source>
      <translation>Haperende bronnen</translation>
    </message>
    <message>
      <source>Fetching what is new</source>
      <translation>Nieuwe dingen ophalen</translation>
    </message>
    <message>
      <source>Fetching “{title}”</source>
      <translation>“{title}” ophalen</translation>
    </message>
    <message>
      <source>File · Word, PDF, EPUB</source>
      <translation>Bestand · Word, PDF, EPUB</translation>
    </message>
    <message>
      <source>Files that can be captured</source>
      <translation>Bestanden die je kunt vastleggen</translation>
    </message>
    <message>
      <source>Fill in all fields.</source>
      <translation>Vul alle velden in.</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filteren</translation>
    </message>
    <message>
      <source>Filter: by which criterion did you choose this?</source>
      <translation>Filteren: met welke maatstaf koos je dit?</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Zoek</translation>
    </message>
    <message>
      <source>Find a term</source>
      <translation>Zoek een term</translation>
    </message>
    <message>
      <source>Find an act or a key</source>
      <translation>Zoek een handeling of een toets</translation>
    </message>
    <message>
      <source>Find in this article</source>
      <translation>Zoeken in dit artikel</translation>
    </message>
    <message>
      <source>Find in this draft</source>
      <translation>Zoeken in dit concept</translation>
    </message>
    <message>
      <source>Find in this note</source>
      <translation>Zoeken in deze notitie</translation>
    </message>
    <message>
      <source>Find other words for it</source>
      <translation>Zoek er een ander woord voor</translation>
    </message>
    <message>
      <source>Find people to follow</source>
      <translation>Mensen vinden om te volgen</translation>
    </message>
    <message>
      <source>Fine</source>
      <translation>Goed</translation>
    </message>
    <message>
      <source>First steps</source>
      <translation>Eerste stappen</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Map</translation>
    </message>
    <message>
      <source>Follow</source>
      <translation>Volgen</translation>
    </message>
    <message>
      <source>Follow people worth following, think about what you read, and pass it on with credit. Three choices, and you are off; the settings let you change each of them later.</source>
      <translation>Volg mensen die het volgen waard zijn, denk na over wat je leest, en geef het door met bronvermelding. Drie keuzes, en je bent begonnen; in de instellingen kun je ze later allemaal veranderen.</translation>
    </message>
    <message>
      <source>Follow the link under the caret</source>
      <translation>Volg de link onder de cursor</translation>
    </message>
    <message numerus="yes">
      <source>Follow {title}, %n post(s), {address}</source>
      <translation>
        <numerusform>{title} volgen, %n bericht, {address}</numerusform>
        <numerusform>{title} volgen, %n berichten, {address}</numerusform>
      </translation>
    </message>
    <message>
      <source>Followed for it</source>
      <translation>Hiervoor gevolgd</translation>
    </message>
    <message>
      <source>Following</source>
      <translation>Je volgt</translation>
    </message>
    <message>
      <source>Following {address}</source>
      <translation>Volgen: {address}</translation>
    </message>
    <message>
      <source>For the road</source>
      <translation>Voor onderweg</translation>
    </message>
    <message>
      <source>For who reads mail as plain words</source>
      <translation>Voor wie mail als kale tekst leest</translation>
    </message>
    <message>
      <source>For whom</source>
      <translation>Voor wie</translation>
    </message>
    <message>
      <source>For whom, and where to</source>
      <translation>Voor wie, en waarheen</translation>
    </message>
    <message numerus="yes">
      <source>For you alone: %n word(s) stay in</source>
      <translation>
        <numerusform>Alleen voor jou: %n woord blijft binnen</numerusform>
        <numerusform>Alleen voor jou: %n woorden blijven binnen</numerusform>
      </translation>
    </message>
    <message>
      <source>For: {audience}</source>
      <translation>Voor: {audience}</translation>
    </message>
    <message>
      <source>Forget</source>
      <translation>Vergeten</translation>
    </message>
    <message>
      <source>Forget this outlet</source>
      <translation>Dit kanaal vergeten</translation>
    </message>
    <message>
      <source>Forget this search</source>
      <translation>Deze zoekopdracht vergeten</translation>
    </message>
    <message>
      <source>Forget “{name}” with its password? What stands there stays there.</source>
      <translation>“{name}” met wachtwoord vergeten? Wat er staat, blijft er staan.</translation>
    </message>
    <message>
      <source>Forgotten: {name}</source>
      <translation>Vergeten: {name}</translation>
    </message>
    <message>
      <source>Former versions</source>
      <translation>Vorige versies</translation>
    </message>
    <message>
      <source>Free software under the GNU General Public License, version 3 or later: use it, look into it, change it, pass it on. It comes without any warranty.</source>
      <translation>Vrije software onder de GNU General Public License, versie 3 of later: gebruik het, kijk erin, verander het, geef het door. Zonder enige garantie.</translation>
    </message>
    <message>
      <source>French</source>
      <translation>Frans</translation>
    </message>
    <message>
      <source>Friday's Finds</source>
      <translation>Vrijdagvondsten</translation>
    </message>
    <message>
      <source>Friday’s Finds</source>
      <translation>Vrijdagvondsten</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Van</translation>
    </message>
    <message>
      <source>From your sources</source>
      <translation>Uit je bronnen</translation>
    </message>
    <message>
      <source>Full text</source>
      <translation>Hele artikel</translation>
    </message>
    <message>
      <source>Further in</source>
      <translation>Verder naar binnen</translation>
    </message>
    <message>
      <source>Further out</source>
      <translation>Verder naar buiten</translation>
    </message>
    <message>
      <source>German</source>
      <translation>Duits</translation>
    </message>
    <message>
      <source>Getting the whole article from its page…</source>
      <translation>Het hele artikel wordt van zijn pagina gehaald…</translation>
    </message>
    <message>
      <source>Give a number of days, or 0 to look back only when you ask.</source>
      <translation>Geef een aantal dagen, of 0 om alleen terug te kijken als je dat vraagt.</translation>
    </message>
    <message>
      <source>Give at least two terms that mean the same.</source>
      <translation>Geef minstens twee termen die hetzelfde betekenen.</translation>
    </message>
    <message>
      <source>Give it an id of its own.</source>
      <translation>Geef het een eigen id.</translation>
    </message>
    <message>
      <source>Give it its name back.</source>
      <translation>Geef het zijn naam terug.</translation>
    </message>
    <message>
      <source>Give one or more words to mute.</source>
      <translation>Geef een of meer woorden om te dempen.</translation>
    </message>
    <message>
      <source>Give the address of a site or a feed.</source>
      <translation>Geef het adres van een site of een feed.</translation>
    </message>
    <message>
      <source>Give the address of the page.</source>
      <translation>Geef het adres van de pagina.</translation>
    </message>
    <message>
      <source>Give the highlight this extent</source>
      <translation>De markering deze omvang geven</translation>
    </message>
    <message>
      <source>Go after a year</source>
      <translation>Gaan na een jaar</translation>
    </message>
    <message>
      <source>Go after half a year</source>
      <translation>Gaan na een half jaar</translation>
    </message>
    <message>
      <source>Go after two years</source>
      <translation>Gaan na twee jaar</translation>
    </message>
    <message>
      <source>Go and read</source>
      <translation>Ga lezen</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Ga verder</translation>
    </message>
    <message>
      <source>Go on with it</source>
      <translation>Ga ermee verder</translation>
    </message>
    <message>
      <source>Go to Seek</source>
      <translation>Naar Seek</translation>
    </message>
    <message>
      <source>Go to Sense</source>
      <translation>Naar Sense</translation>
    </message>
    <message>
      <source>Go to Share</source>
      <translation>Naar Share</translation>
    </message>
    <message>
      <source>Go to Today</source>
      <translation>Naar Vandaag</translation>
    </message>
    <message>
      <source>Go to the source</source>
      <translation>Naar de bron</translation>
    </message>
    <message>
      <source>Gone</source>
      <translation>Weg</translation>
    </message>
    <message>
      <source>Good to know</source>
      <translation>Goed om te weten</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>Handleiding</translation>
    </message>
    <message>
      <source>H&amp;ighlight</source>
      <translation>&amp;Markering</translation>
    </message>
    <message>
      <source>Half-baked</source>
      <translation>In de maak</translation>
    </message>
    <message>
      <source>Half-baked. What is missing?</source>
      <translation>Nog in de maak. Wat ontbreekt?</translation>
    </message>
    <message>
      <source>Has not answered yet</source>
      <translation>Heeft nog niet geantwoord</translation>
    </message>
    <message>
      <source>Heading</source>
      <translation>Kop</translation>
    </message>
    <message>
      <source>Headings, quotations and chapters stand here once there are any.</source>
      <translation>Koppen, citaten en hoofdstukken staan hier zodra ze er zijn.</translation>
    </message>
    <message>
      <source>Heard again: {words}</source>
      <translation>Weer te horen: {words}</translation>
    </message>
    <message>
      <source>Here stands what the people you follow write.</source>
      <translation>Hier staat wat de mensen die je volgt schrijven.</translation>
    </message>
    <message>
      <source>Here what you made of it becomes a text for others. A draft begins with a note of yours, and every quotation brings its credit along.</source>
      <translation>Hier wordt wat jij ervan maakte een tekst voor anderen. Een concept begint met een notitie van jou, en elk citaat brengt zijn bronvermelding mee.</translation>
    </message>
    <message>
      <source>Here you will see twelve weeks: what came in, what you made yours, what you gave on.</source>
      <translation>Hier zie je straks twaalf weken: wat er binnenkwam, wat je je eigen maakte, wat je doorgaf.</translation>
    </message>
    <message>
      <source>Here you write in your own words: what you read, what it means to you, what you will try. A note begins with one sentence.</source>
      <translation>Hier schrijf je in je eigen woorden: wat je las, wat het voor je betekent, wat je gaat proberen. Een notitie begint met één zin.</translation>
    </message>
    <message>
      <source>Hidden</source>
      <translation>Verborgen</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Hoog contrast</translation>
    </message>
    <message>
      <source>Highlight</source>
      <translation>Markeren</translation>
    </message>
    <message>
      <source>Highlight in blue</source>
      <translation>Blauw markeren</translation>
    </message>
    <message>
      <source>Highlight in green</source>
      <translation>Groen markeren</translation>
    </message>
    <message>
      <source>Highlight in pink</source>
      <translation>Roze markeren</translation>
    </message>
    <message>
      <source>Highlight in yellow</source>
      <translation>Geel markeren</translation>
    </message>
    <message>
      <source>Highlight removed.</source>
      <translation>Markering weggehaald.</translation>
    </message>
    <message>
      <source>Highlight something first; then it can be quoted in your note.</source>
      <translation>Markeer eerst iets; dan kan het in je notitie worden geciteerd.</translation>
    </message>
    <message>
      <source>Highlight something first; your words stand with it.</source>
      <translation>Markeer eerst iets; jouw woorden komen erbij te staan.</translation>
    </message>
    <message>
      <source>Highlighted.</source>
      <translation>Gemarkeerd.</translation>
    </message>
    <message>
      <source>Highlights</source>
      <translation>Markeringen</translation>
    </message>
    <message>
      <source>Highlights of Readwise or Hypothesis, what you kept in Pocket or Instapaper, bookmarks of a browser, lists of subscriptions, and folders of notes, also of Obsidian. You see what would come before anything comes.</source>
      <translation>Markeringen uit Readwise of Hypothesis, wat je bewaarde in Pocket of Instapaper, bladwijzers van een browser, lijsten met abonnementen en mappen met notities, ook van Obsidian. Je ziet wat er zou komen voordat er iets komt.</translation>
    </message>
    <message>
      <source>Highlights you said nothing about yet; write at once.</source>
      <translation>Markeringen waar je nog niets over zei; schrijf het meteen.</translation>
    </message>
    <message>
      <source>How far their words may go</source>
      <translation>Hoe ver de woorden mogen gaan</translation>
    </message>
    <message>
      <source>Import subscriptions</source>
      <translation>Abonnementen inlezen</translation>
    </message>
    <message>
      <source>In Ghost you find the Admin API key under Settings, Integrations, in a custom integration.</source>
      <translation>In Ghost vind je de Admin API-sleutel onder Settings, Integrations, in een eigen integratie.</translation>
    </message>
    <message>
      <source>In MediaWiki you make a bot password on the page Special:BotPasswords; the user name has an @ in it. A wiki has no drafts: all its readers can read what you place below your user page.</source>
      <translation>In MediaWiki maak je een botwachtwoord op de pagina Speciaal:BotPasswords; in die gebruikersnaam staat een @. Een wiki kent geen concepten: al zijn lezers kunnen lezen wat je onder je gebruikerspagina zet.</translation>
    </message>
    <message>
      <source>In WordPress you make an application password under Users, Profile.</source>
      <translation>In WordPress maak je een toepassingswachtwoord onder Gebruikers, Profiel.</translation>
    </message>
    <message>
      <source>In numbers</source>
      <translation>In getallen</translation>
    </message>
    <message>
      <source>In this archive is no export that PKM knows. Unpack it, and take in the folder.</source>
      <translation>In dit archief zit geen export die PKM kent. Pak het uit en neem de map over.</translation>
    </message>
    <message>
      <source>In your own words…</source>
      <translation>In je eigen woorden…</translation>
    </message>
    <message>
      <source>Inbox</source>
      <translation>Nieuw</translation>
    </message>
    <message>
      <source>Introduction</source>
      <translation>Inleiding</translation>
    </message>
    <message>
      <source>It answers as it should.</source>
      <translation>Antwoordt zoals het hoort.</translation>
    </message>
    <message>
      <source>It becomes a note.</source>
      <translation>Het wordt een notitie.</translation>
    </message>
    <message>
      <source>It is baked</source>
      <translation>Het is uitgewerkt</translation>
    </message>
    <message>
      <source>It is copied, and the page opens where you paste it.</source>
      <translation>Het wordt gekopieerd, en de pagina gaat open waar je het plakt.</translation>
    </message>
    <message>
      <source>It is not known whether “{title}” arrived at {outlet} the last time, and that cannot be asked there. Look among your drafts there: if it is not there, publish again; if it is, add its number to “outlets” in the draft, as “{outlet} NUMBER”.</source>
      <translation>Het is niet bekend of “{title}” de vorige keer bij {outlet} is aangekomen, en dat kan daar niet worden nagevraagd. Kijk daar tussen je concepten: staat het er niet, zet het dan opnieuw klaar; staat het er wel, zet dan het nummer bij “outlets” in het concept, als “{outlet} NUMMER”.</translation>
    </message>
    <message>
      <source>It serves your question now.</source>
      <translation>Het draagt nu bij aan je vraag.</translation>
    </message>
    <message>
      <source>It stands first at the side.</source>
      <translation>Ze staat als eerste opzij.</translation>
    </message>
    <message>
      <source>It stands there as it was sent.</source>
      <translation>Het staat daar zoals het gestuurd is.</translation>
    </message>
    <message>
      <source>It tells nobody about you: no accounts, no telemetry. What is yours lies in your PKM folder.</source>
      <translation>Het vertelt niemand iets over jou: geen accounts, geen telemetrie. Wat van jou is, ligt in je PKM-map.</translation>
    </message>
    <message>
      <source>Italian</source>
      <translation>Italiaans</translation>
    </message>
    <message>
      <source>Italic</source>
      <translation>Cursief</translation>
    </message>
    <message>
      <source>Its draft</source>
      <translation>Het concept</translation>
    </message>
    <message>
      <source>Its feed was seen.</source>
      <translation>De feed is gezien.</translation>
    </message>
    <message>
      <source>Its owner has to mend this; PKM tries again by itself. If all sites say so, look at this computer’s date and network.</source>
      <translation>De eigenaar moet dit herstellen; PKM probeert het vanzelf opnieuw. Zeggen alle sites dit, kijk dan naar de datum en het netwerk van deze computer.</translation>
    </message>
    <message>
      <source>Its words</source>
      <translation>Wat erop staat</translation>
    </message>
    <message>
      <source>Join with what it touches</source>
      <translation>Samenvoegen met wat eraan raakt</translation>
    </message>
    <message>
      <source>Joined into one highlight.</source>
      <translation>Samengevoegd tot één markering.</translation>
    </message>
    <message>
      <source>Just begin</source>
      <translation>Gewoon beginnen</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Bewaren</translation>
    </message>
    <message>
      <source>Keep as a copy</source>
      <translation>Als kopie bewaren</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>Allebei houden</translation>
    </message>
    <message>
      <source>Keep it, with the day</source>
      <translation>Houd het zo, met de dag</translation>
    </message>
    <message>
      <source>Keep this answer</source>
      <translation>Deze reactie bewaren</translation>
    </message>
    <message>
      <source>Keep this as a draft</source>
      <translation>Dit als concept bewaren</translation>
    </message>
    <message>
      <source>Keep this one</source>
      <translation>Deze houden</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Bewaard</translation>
    </message>
    <message>
      <source>Kept “{title}”.</source>
      <translation>Bewaard: “{title}”.</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Toets</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Toetsen</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Soort</translation>
    </message>
    <message>
      <source>Kind of outlet</source>
      <translation>Soort kanaal</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Taal</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Grotere tekst</translation>
    </message>
    <message>
      <source>Last answered on {date}</source>
      <translation>Antwoordde het laatst op {date}</translation>
    </message>
    <message>
      <source>Last post: {date}.</source>
      <translation>Laatste bericht: {date}.</translation>
    </message>
    <message>
      <source>Last sign of life: {when}.</source>
      <translation>Laatste levensteken: {when}.</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>Learning question</source>
      <translation>Leervraag</translation>
    </message>
    <message>
      <source>Learning questions</source>
      <translation>Leervragen</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>Laat maar</translation>
    </message>
    <message>
      <source>Leave it for now</source>
      <translation>Nu even laten</translation>
    </message>
    <message>
      <source>Leaves: {leaving}. Stays in: {kept}.</source>
      <translation>Gaat mee: {leaving}. Blijft binnen: {kept}.</translation>
    </message>
    <message>
      <source>Let be heard again</source>
      <translation>Weer laten horen</translation>
    </message>
    <message>
      <source>Let the credit name the source as it is called now.</source>
      <translation>Laat de bronvermelding de bron noemen zoals die nu heet.</translation>
    </message>
    <message>
      <source>Let the link lead to “{target}”.</source>
      <translation>Laat de link naar “{target}” leiden.</translation>
    </message>
    <message>
      <source>Let your synchroniser finish, or open it in that program; its last words are in the history.</source>
      <translation>Laat je synchronisatie afmaken, of open het in dat programma; de laatste woorden staan in de geschiedenis.</translation>
    </message>
    <message>
      <source>Letters and colours are those of the site</source>
      <translation>Letters en kleuren zijn die van de site zelf</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Licht</translation>
    </message>
    <message>
      <source>Like intervisie = peer consultation</source>
      <translation>Zoals intervisie = peer consultation</translation>
    </message>
    <message>
      <source>Likely place</source>
      <translation>Vermoedelijke plek</translation>
    </message>
    <message>
      <source>Line {number} has no address of the web.</source>
      <translation>Regel {number} heeft geen webadres.</translation>
    </message>
    <message>
      <source>Line {number} has no highlight, or no title.</source>
      <translation>Regel {number} heeft geen markering of geen titel.</translation>
    </message>
    <message>
      <source>Link</source>
      <translation>Link</translation>
    </message>
    <message>
      <source>Link to nothing</source>
      <translation>Link naar niets</translation>
    </message>
    <message>
      <source>Linked from</source>
      <translation>Verwijzingen hierheen</translation>
    </message>
    <message>
      <source>LinkedIn takes words only, at most 3,000 characters: they are copied, and LinkedIn opens.</source>
      <translation>LinkedIn neemt alleen woorden aan, hoogstens 3.000 tekens: ze worden gekopieerd, en LinkedIn gaat open.</translation>
    </message>
    <message>
      <source>Links to nothing</source>
      <translation>Links naar niets</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Lijst</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Opnieuw kijken</translation>
    </message>
    <message>
      <source>Look at both</source>
      <translation>Allebei bekijken</translation>
    </message>
    <message>
      <source>Look at this again later</source>
      <translation>Hier later nog eens naar kijken</translation>
    </message>
    <message>
      <source>Look at your own connection first. If other sources do come in, its site may have moved or ended.</source>
      <translation>Kijk eerst naar je eigen verbinding. Komen andere bronnen wel binnen, dan is de site misschien verhuisd of gestopt.</translation>
    </message>
    <message>
      <source>Look back</source>
      <translation>Terugkijken</translation>
    </message>
    <message>
      <source>Look for a feed</source>
      <translation>Feed zoeken</translation>
    </message>
    <message>
      <source>Look it up</source>
      <translation>Zoek het op</translation>
    </message>
    <message>
      <source>Look now</source>
      <translation>Nu kijken</translation>
    </message>
    <message>
      <source>Look on its site for a new address and change it, or unfollow; what you kept stays.</source>
      <translation>Zoek op de site naar een nieuw adres en wijzig het, of ontvolg; wat je bewaarde, blijft.</translation>
    </message>
    <message>
      <source>Looking back</source>
      <translation>Terugkijken</translation>
    </message>
    <message>
      <source>Looking first</source>
      <translation>Eerst bekijken</translation>
    </message>
    <message>
      <source>Looking for the feed of {address}…</source>
      <translation>De feed van {address} wordt gezocht…</translation>
    </message>
    <message>
      <source>Looking through the articles</source>
      <translation>De artikelen doorkijken</translation>
    </message>
    <message>
      <source>Looking which feeds answer</source>
      <translation>Kijken welke feeds antwoorden</translation>
    </message>
    <message>
      <source>Looking your PKM folder through</source>
      <translation>Je PKM-map doorkijken</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Even kijken…</translation>
    </message>
    <message>
      <source>Lost its place</source>
      <translation>Plek kwijt</translation>
    </message>
    <message>
      <source>Lost its place: the article no longer has these words. Open it, select the words it is about now, and put the highlight on them.</source>
      <translation>Plek kwijt: het artikel heeft deze woorden niet meer. Open het, selecteer de woorden waar het nu om gaat en zet de markering erop.</translation>
    </message>
    <message>
      <source>Lost its place: the text has changed. Your words and the version you read are kept.</source>
      <translation>Plek kwijt: de tekst is veranderd. Je woorden en de gelezen versie zijn bewaard.</translation>
    </message>
    <message>
      <source>Lost there: {features}</source>
      <translation>Gaat daar verloren: {features}</translation>
    </message>
    <message>
      <source>Made with</source>
      <translation>Gemaakt met</translation>
    </message>
    <message>
      <source>Make a backup</source>
      <translation>Back-up maken</translation>
    </message>
    <message>
      <source>Make a link of “{words}” in {title}</source>
      <translation>Maak een link van “{words}” in {title}</translation>
    </message>
    <message>
      <source>Make it a chapter</source>
      <translation>Er een hoofdstuk van maken</translation>
    </message>
    <message>
      <source>Make it a link</source>
      <translation>Maak er een link van</translation>
    </message>
    <message>
      <source>Make it plain words</source>
      <translation>Gewone woorden van maken</translation>
    </message>
    <message>
      <source>Make quiet: no counts</source>
      <translation>Stil maken: niet tellen</translation>
    </message>
    <message>
      <source>Making a backup</source>
      <translation>Back-up maken</translation>
    </message>
    <message>
      <source>Map of what this note is linked with</source>
      <translation>Kaartje van waarmee deze notitie verbonden is</translation>
    </message>
    <message numerus="yes">
      <source>Mark %n on the screen as read</source>
      <translation>
        <numerusform>%n op het scherm op gelezen zetten</numerusform>
        <numerusform>%n op het scherm op gelezen zetten</numerusform>
      </translation>
    </message>
    <message>
      <source>Mark all as read</source>
      <translation>Alles op gelezen zetten</translation>
    </message>
    <message>
      <source>Mark all of this list as read</source>
      <translation>Deze hele lijst op gelezen zetten</translation>
    </message>
    <message>
      <source>Mark all of “{name}” as read</source>
      <translation>Alles in “{name}” op gelezen zetten</translation>
    </message>
    <message>
      <source>Mark as read: what is on the screen, or all</source>
      <translation>Op gelezen zetten: wat op het scherm staat, of alles</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Als ongelezen markeren</translation>
    </message>
    <message>
      <source>Mark what is on the screen as read</source>
      <translation>Wat op het scherm staat op gelezen zetten</translation>
    </message>
    <message>
      <source>Markdown (*.md)</source>
      <translation>Markdown (*.md)</translation>
    </message>
    <message>
      <source>Markdown for {program} (*.md)</source>
      <translation>Markdown voor {program} (*.md)</translation>
    </message>
    <message>
      <source>Marking as read</source>
      <translation>Op gelezen zetten</translation>
    </message>
    <message>
      <source>Marking as unread</source>
      <translation>Op ongelezen zetten</translation>
    </message>
    <message>
      <source>Marks</source>
      <translation>Leesmerken</translation>
    </message>
    <message>
      <source>May be quoted by name</source>
      <translation>Mag met naam geciteerd worden</translation>
    </message>
    <message>
      <source>May be quoted without a name</source>
      <translation>Mag zonder naam geciteerd worden</translation>
    </message>
    <message>
      <source>May you share it?</source>
      <translation>Mag je het delen?</translation>
    </message>
    <message>
      <source>Mend</source>
      <translation>Herstellen</translation>
    </message>
    <message>
      <source>Mend first what is marked at the right; then it can leave.</source>
      <translation>Herstel eerst wat rechts is aangegeven; dan kan het naar buiten.</translation>
    </message>
    <message>
      <source>Mend the file by hand, or put an earlier version back.</source>
      <translation>Herstel het bestand met de hand, of zet een eerdere versie terug.</translation>
    </message>
    <message>
      <source>Mend what PKM can</source>
      <translation>Herstel wat PKM kan</translation>
    </message>
    <message>
      <source>Mending</source>
      <translation>Herstellen</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Meer</translation>
    </message>
    <message>
      <source>More of this is quoted than your own</source>
      <translation>Hiervan is meer geciteerd dan van jou zelf</translation>
    </message>
    <message>
      <source>Motion</source>
      <translation>Beweging</translation>
    </message>
    <message>
      <source>Move this part down</source>
      <translation>Dit deel omlaag</translation>
    </message>
    <message>
      <source>Move this part up</source>
      <translation>Dit deel omhoog</translation>
    </message>
    <message>
      <source>Move to a folder</source>
      <translation>In een map zetten</translation>
    </message>
    <message>
      <source>Move to a folder…</source>
      <translation>In een map zetten…</translation>
    </message>
    <message>
      <source>Move to the trash</source>
      <translation>Naar de prullenbak</translation>
    </message>
    <message>
      <source>Move what you wrote to one of them, then delete the other.</source>
      <translation>Zet wat je schreef in een van de twee en verwijder dan de andere.</translation>
    </message>
    <message>
      <source>Moved</source>
      <translation>Verhuisd</translation>
    </message>
    <message>
      <source>Must be mended</source>
      <translation>Moet hersteld worden</translation>
    </message>
    <message>
      <source>Mute words</source>
      <translation>Woorden dempen</translation>
    </message>
    <message>
      <source>Mute words…</source>
      <translation>Woorden dempen…</translation>
    </message>
    <message>
      <source>Muted: {words}</source>
      <translation>Gedempt: {words}</translation>
    </message>
    <message>
      <source>Name who made it</source>
      <translation>Noem wie het maakte</translation>
    </message>
    <message>
      <source>Name, for example blog</source>
      <translation>Naam, bijvoorbeeld blog</translation>
    </message>
    <message>
      <source>Named, not linked</source>
      <translation>Genoemd, niet gelinkt</translation>
    </message>
    <message>
      <source>Names of projects, customers and colleagues that only your team may read, one a line. A draft for everybody stops while one stands in it.</source>
      <translation>Namen van projecten, klanten en collega’s die alleen je team mag lezen, één per regel. Een concept voor iedereen blijft staan zolang er een in voorkomt.</translation>
    </message>
    <message>
      <source>Names of your own house</source>
      <translation>Namen van je eigen huis</translation>
    </message>
    <message>
      <source>Names to link to</source>
      <translation>Namen om naar te verwijzen</translation>
    </message>
    <message>
      <source>Narrow</source>
      <translation>Smal</translation>
    </message>
    <message>
      <source>Narrow this list</source>
      <translation>Deze lijst beperken</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Nieuw</translation>
    </message>
    <message>
      <source>New articles</source>
      <translation>Nieuwe artikelen</translation>
    </message>
    <message>
      <source>New chapter</source>
      <translation>Nieuw hoofdstuk</translation>
    </message>
    <message>
      <source>New draft</source>
      <translation>Nieuw concept</translation>
    </message>
    <message>
      <source>New note</source>
      <translation>Nieuwe notitie</translation>
    </message>
    <message>
      <source>New note from a template</source>
      <translation>Nieuwe notitie met een sjabloon</translation>
    </message>
    <message>
      <source>Newer version</source>
      <translation>Nieuwere versie</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Volgende</translation>
    </message>
    <message>
      <source>Next article</source>
      <translation>Volgend artikel</translation>
    </message>
    <message>
      <source>Next highlight</source>
      <translation>Volgende markering</translation>
    </message>
    <message>
      <source>Next place</source>
      <translation>Volgende plek</translation>
    </message>
    <message>
      <source>Next result</source>
      <translation>Volgend resultaat</translation>
    </message>
    <message>
      <source>No answer in time</source>
      <translation>Geen antwoord op tijd</translation>
    </message>
    <message>
      <source>No answers kept yet. What people say about your post is worth keeping here.</source>
      <translation>Nog geen reacties bewaard. Wat mensen over je bericht zeggen, is het waard om hier te bewaren.</translation>
    </message>
    <message>
      <source>No article was found on this page. It may need a login, or a script to show its text.</source>
      <translation>Op deze pagina is geen artikel gevonden. Misschien moet je er inloggen, of toont een script de tekst.</translation>
    </message>
    <message>
      <source>No feed and no site are known of “{name}”: look for an address yourself and follow that.</source>
      <translation>Van “{name}” is geen feed en geen site bekend: zoek zelf een adres en volg dat.</translation>
    </message>
    <message>
      <source>No feed is known.</source>
      <translation>Er is geen feed bekend.</translation>
    </message>
    <message>
      <source>No feed of “{name}” can be followed now. {reasons}</source>
      <translation>Geen feed van “{name}” is nu te volgen. {reasons}</translation>
    </message>
    <message>
      <source>No file has the tag “{tag}”.</source>
      <translation>Geen enkel bestand heeft de tag “{tag}”.</translation>
    </message>
    <message>
      <source>No free name was found for “{title}” in {folder}.</source>
      <translation>Er is geen vrije naam gevonden voor “{title}” in {folder}.</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>Geen toets</translation>
    </message>
    <message>
      <source>No keyring here keeps the password of “{name}”: it is asked each time.</source>
      <translation>Geen sleutelbos bewaart hier het wachtwoord van “{name}”: er wordt telkens om gevraagd.</translation>
    </message>
    <message>
      <source>No language</source>
      <translation>Geen taal</translation>
    </message>
    <message>
      <source>No longer kept: “{title}”.</source>
      <translation>Niet meer bewaard: “{title}”.</translation>
    </message>
    <message>
      <source>No longer there.</source>
      <translation>Staat daar niet meer.</translation>
    </message>
    <message>
      <source>No maturity</source>
      <translation>Geen rijpheid</translation>
    </message>
    <message>
      <source>No other highlight touches this one.</source>
      <translation>Geen andere markering raakt hieraan.</translation>
    </message>
    <message>
      <source>No password came in on standard input. Nothing was sent.</source>
      <translation>Er kwam geen wachtwoord binnen op de standaardinvoer. Er is niets verstuurd.</translation>
    </message>
    <message>
      <source>No password is kept for it.</source>
      <translation>Er is geen wachtwoord voor bewaard.</translation>
    </message>
    <message>
      <source>No password is kept for “{name}”. Give it with --secret-stdin, or remove the outlet and add it anew.</source>
      <translation>Voor “{name}” is geen wachtwoord bewaard. Geef het met --secret-stdin, of verwijder het kanaal en voeg het opnieuw toe.</translation>
    </message>
    <message>
      <source>No place to share yet. A WordPress site takes your drafts directly.</source>
      <translation>Nog geen plek om te delen. Een WordPress-site neemt je concepten rechtstreeks aan.</translation>
    </message>
    <message>
      <source>No secure connection with {host} could be made.</source>
      <translation>Er kon geen veilige verbinding met {host} worden gemaakt.</translation>
    </message>
    <message>
      <source>No source fits that. Choose another chapter or language, or other words.</source>
      <translation>Geen bron past daarbij. Kies een ander hoofdstuk, een andere taal of andere woorden.</translation>
    </message>
    <message>
      <source>No: these words never leave</source>
      <translation>Nee: deze woorden gaan nooit naar buiten</translation>
    </message>
    <message>
      <source>Nobody answers at {host}: the connection was refused.</source>
      <translation>Niemand antwoordt op {host}: de verbinding is geweigerd.</translation>
    </message>
    <message>
      <source>Nobody named</source>
      <translation>Niemand genoemd</translation>
    </message>
    <message>
      <source>None: a cursor that does not blink, and menus and lists that are there at once.</source>
      <translation>Geen: een cursor die niet knippert, en menu’s en lijsten die er meteen staan.</translation>
    </message>
    <message>
      <source>None: nothing moves or blinks</source>
      <translation>Geen: niets beweegt of knippert</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>Gewoon</translation>
    </message>
    <message>
      <source>Not a feed any more</source>
      <translation>Geen feed meer</translation>
    </message>
    <message>
      <source>Not any more</source>
      <translation>Klopt niet meer</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>Niet gevonden</translation>
    </message>
    <message>
      <source>Not here</source>
      <translation>Niet hier</translation>
    </message>
    <message>
      <source>Not on Today.</source>
      <translation>Niet op Vandaag.</translation>
    </message>
    <message>
      <source>Not private</source>
      <translation>Niet alleen voor mij</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Niet opgeslagen</translation>
    </message>
    <message>
      <source>Not used in a note, a draft or anything that left.</source>
      <translation>Niet gebruikt in een notitie, een concept of iets wat je deelde.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notitie</translation>
    </message>
    <message>
      <source>Noted: it can be read at {address}.</source>
      <translation>Genoteerd: het is te lezen op {address}.</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notities</translation>
    </message>
    <message>
      <source>Notes, highlights and articles to put in</source>
      <translation>Notities, markeringen en artikelen om in te voegen</translation>
    </message>
    <message>
      <source>Notes, highlights and kept articles</source>
      <translation>Notities, markeringen en bewaarde artikelen</translation>
    </message>
    <message>
      <source>Nothing asks to be looked at now. What you mark, what stays half-baked, what you wrote about a year ago and what was baked long ago comes here.</source>
      <translation>Er is nu niets om naar terug te kijken. Wat je merkt, wat in de maak blijft, wat je ongeveer een jaar geleden schreef en wat lang geleden is uitgewerkt, komt hier.</translation>
    </message>
    <message>
      <source>Nothing can be written in {folder}. Choose another folder.</source>
      <translation>In {folder} kan niets worden geschreven. Kies een andere map.</translation>
    </message>
    <message>
      <source>Nothing found for “{query}”</source>
      <translation>Niets gevonden voor “{query}”</translation>
    </message>
    <message>
      <source>Nothing has come in from it so far.</source>
      <translation>Er is nog niets van binnengekomen.</translation>
    </message>
    <message>
      <source>Nothing here fits that. Other words, or fewer, find more.</source>
      <translation>Niets hier past daarbij. Andere woorden, of minder, vinden meer.</translation>
    </message>
    <message>
      <source>Nothing here is called {name}, and there are no former versions of it.</source>
      <translation>Niets hier heet {name}, en er zijn geen eerdere versies van.</translation>
    </message>
    <message>
      <source>Nothing here is called {name}.</source>
      <translation>Niets hier heet {name}.</translation>
    </message>
    <message>
      <source>Nothing here is called {name}: give the id of a note, a highlight or an article.</source>
      <translation>Niets hier heet {name}: geef het kenmerk van een notitie, een markering of een artikel.</translation>
    </message>
    <message>
      <source>Nothing here that “{rules}” found can be mended without your words.</source>
      <translation>Niets wat “{rules}” hier vond, kan zonder jouw woorden hersteld worden.</translation>
    </message>
    <message>
      <source>Nothing here yet. Highlight words while you read, write a note, or keep an article.</source>
      <translation>Hier is nog niets. Markeer woorden terwijl je leest, schrijf een notitie, of bewaar een artikel.</translation>
    </message>
    <message>
      <source>Nothing in the other weeks.</source>
      <translation>In de andere weken niets.</translation>
    </message>
    <message>
      <source>Nothing is in Later, so there is nothing to take along.</source>
      <translation>Er staat niets bij Later, dus er is niets om mee te nemen.</translation>
    </message>
    <message>
      <source>Nothing is known here of the post {id} at the outlet but its number, and it does not carry the mark of this draft, so nothing was sent. Take its line out of “outlets” in the draft to make a new post.</source>
      <translation>Van het bericht {id} op het kanaal is hier alleen het nummer bekend, en het draagt het merk van dit concept niet, dus er is niets verstuurd. Haal die regel uit “outlets” in het concept om een nieuw bericht te maken.</translation>
    </message>
    <message>
      <source>Nothing is published. You finish it there.</source>
      <translation>Er wordt niets gepubliceerd. Je maakt het daar af.</translation>
    </message>
    <message>
      <source>Nothing is wrong.</source>
      <translation>Er is niets mis.</translation>
    </message>
    <message>
      <source>Nothing is wrong; some are quiet or are moving.</source>
      <translation>Er is niets mis; sommige zijn stil of aan het verhuizen.</translation>
    </message>
    <message>
      <source>Nothing like it in the dictionary</source>
      <translation>Niets wat erop lijkt in het woordenboek</translation>
    </message>
    <message>
      <source>Nothing like these words stands in “{title}” any more.</source>
      <translation>Niets wat op deze woorden lijkt staat nog in “{title}”.</translation>
    </message>
    <message>
      <source>Nothing need be done. Or change its address now; if you follow the new one already, unfollow this one.</source>
      <translation>Je hoeft niets te doen. Of wijzig het adres nu; volg je het nieuwe al, ontvolg dan dit.</translation>
    </message>
    <message>
      <source>Nothing need be done: all other marks count.</source>
      <translation>Je hoeft niets te doen: alle andere tekens tellen.</translation>
    </message>
    <message>
      <source>Nothing need be done: what is written again comes in by itself.</source>
      <translation>Je hoeft niets te doen: wat er weer geschreven wordt, komt vanzelf binnen.</translation>
    </message>
    <message>
      <source>Nothing new since {date}.</source>
      <translation>Niets nieuws sinds {date}.</translation>
    </message>
    <message>
      <source>Nothing of your own stands beside a quotation</source>
      <translation>Bij een citaat staan geen woorden van jou</translation>
    </message>
    <message>
      <source>Nothing private inside</source>
      <translation>Er staat niets in dat alleen voor jou is</translation>
    </message>
    <message>
      <source>Nothing says in which language this is</source>
      <translation>Nergens staat in welke taal dit is</translation>
    </message>
    <message>
      <source>Nothing says whose picture this is, and under what licence</source>
      <translation>Nergens staat van wie deze afbeelding is, en onder welke licentie</translation>
    </message>
    <message>
      <source>Nothing stands here that may leave: write something first</source>
      <translation>Hier staat niets dat mee mag: schrijf eerst iets</translation>
    </message>
    <message>
      <source>Nothing stands in it yet: of what you sent to a public outlet nothing is known to be published.</source>
      <translation>Er staat nog niets in: van wat je naar een openbaar kanaal stuurde is niets bekend als gepubliceerd.</translation>
    </message>
    <message>
      <source>Nothing waits. Every highlight has words of your own.</source>
      <translation>Niets wacht. Bij elke markering staan woorden van jou.</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Meldingen</translation>
    </message>
    <message>
      <source>Numbered list</source>
      <translation>Genummerde lijst</translation>
    </message>
    <message>
      <source>Numbers of unread articles</source>
      <translation>Aantallen ongelezen artikelen</translation>
    </message>
    <message>
      <source>Of all that are shown here it is known what they offer.</source>
      <translation>Van alle bronnen die je hier ziet is bekend wat ze bieden.</translation>
    </message>
    <message>
      <source>Of the articles you read; an open one follows at once. Aa above an article changes it too.</source>
      <translation>Van de artikelen die je leest; een open artikel volgt meteen. Aa boven een artikel verandert haar ook.</translation>
    </message>
    <message>
      <source>Of the past month</source>
      <translation>Van de afgelopen maand</translation>
    </message>
    <message>
      <source>Of the past three months</source>
      <translation>Van de afgelopen drie maanden</translation>
    </message>
    <message>
      <source>Of the past two weeks</source>
      <translation>Van de afgelopen twee weken</translation>
    </message>
    <message>
      <source>Of the past week</source>
      <translation>Van de afgelopen week</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Uit</translation>
    </message>
    <message>
      <source>Older version</source>
      <translation>Oudere versie</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Aan</translation>
    </message>
    <message>
      <source>One file was taken in from “{folder}”.</source>
      <translation>Eén bestand is overgenomen uit “{folder}”.</translation>
    </message>
    <message>
      <source>One id for two</source>
      <translation>Twee met één id</translation>
    </message>
    <message>
      <source>One of its pictures did not come: {reason}</source>
      <translation>Een van de afbeeldingen kwam niet: {reason}</translation>
    </message>
    <message>
      <source>One screen back</source>
      <translation>Eén scherm terug</translation>
    </message>
    <message>
      <source>One sentence is enough: what does it mean to you, what will you do with it? Return puts it with the highlight.</source>
      <translation>Eén zin is genoeg: wat betekent het voor jou, wat ga je ermee doen? Met Enter staat die bij de markering.</translation>
    </message>
    <message>
      <source>One source twice</source>
      <translation>Eén bron, twee keer</translation>
    </message>
    <message>
      <source>One source was taken in from {kind}.</source>
      <translation>Eén bron is overgenomen uit {kind}.</translation>
    </message>
    <message>
      <source>Only a conversation has somebody it was with, and their consent.</source>
      <translation>Alleen een gesprek heeft iemand met wie het was, en diens toestemming.</translation>
    </message>
    <message>
      <source>Only an eBook has chapters. Begin one with “Curated eBook” beside “New draft”.</source>
      <translation>Alleen een eBook heeft hoofdstukken. Begin er een met “Samengesteld eBook” naast “Nieuw concept”.</translation>
    </message>
    <message>
      <source>Only conversations are in Later, and their partners did not agree to be quoted by name, so nothing can be taken along: {titles}.</source>
      <translation>In Later staan alleen gesprekken, en wie ze met je voerden stemden er niet mee in met naam geciteerd te worden; er is dus niets om mee te nemen: {titles}.</translation>
    </message>
    <message>
      <source>Only for the team</source>
      <translation>Alleen voor het team</translation>
    </message>
    <message>
      <source>Only highlights of one article can be joined.</source>
      <translation>Alleen markeringen in één artikel kun je samenvoegen.</translation>
    </message>
    <message>
      <source>Only http and https addresses are fetched, and this one begins with “{scheme}:”.</source>
      <translation>Alleen http- en https-adressen worden opgehaald, en dit begint met “{scheme}:”.</translation>
    </message>
    <message>
      <source>Only the words stay of: {features}</source>
      <translation>Alleen de woorden blijven van: {features}</translation>
    </message>
    <message>
      <source>Only unread</source>
      <translation>Alleen ongelezen</translation>
    </message>
    <message>
      <source>Only when I ask</source>
      <translation>Alleen als ik het vraag</translation>
    </message>
    <message>
      <source>Only you see this page.</source>
      <translation>Alleen jij ziet deze pagina.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Openen</translation>
    </message>
    <message>
      <source>Open a draft first, then put this in.</source>
      <translation>Open eerst een concept, en voeg dit dan in.</translation>
    </message>
    <message>
      <source>Open a draft first.</source>
      <translation>Open eerst een concept.</translation>
    </message>
    <message>
      <source>Open in Sense</source>
      <translation>Openen in Sense</translation>
    </message>
    <message>
      <source>Open in the browser</source>
      <translation>Openen in de browser</translation>
    </message>
    <message>
      <source>Open it and mend the lines between --- and --- by hand.</source>
      <translation>Open het en herstel de regels tussen --- en --- met de hand.</translation>
    </message>
    <message>
      <source>Open its site</source>
      <translation>Site openen</translation>
    </message>
    <message>
      <source>Open its site: if the feed has moved, change the address. PKM looks for a feed on a page, too.</source>
      <translation>Open de site: is de feed verhuisd, wijzig dan het adres. PKM zoekt ook op een gewone pagina naar een feed.</translation>
    </message>
    <message>
      <source>Open the article</source>
      <translation>Het artikel openen</translation>
    </message>
    <message>
      <source>Open the article and mark the place by hand; the version you read is kept.</source>
      <translation>Open het artikel en markeer de plek met de hand; de versie die je las is bewaard.</translation>
    </message>
    <message>
      <source>Open the note in Sense to follow its links.</source>
      <translation>Open de notitie in Sense om links te volgen.</translation>
    </message>
    <message>
      <source>Open there</source>
      <translation>Daar openen</translation>
    </message>
    <message>
      <source>Open {host}</source>
      <translation>{host} openen</translation>
    </message>
    <message>
      <source>Open “{title}”</source>
      <translation>“{title}” openen</translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <source>PKM looks your folder through. Every mend can be undone, and nothing is changed until you say so.</source>
      <translation>PKM kijkt je map door. Elk herstel kun je ongedaan maken, en er verandert niets voordat jij het zegt.</translation>
    </message>
    <message>
      <source>PKM never calls you. What is new waits in Seek.</source>
      <translation>PKM roept je nooit. Wat nieuw is, wacht in Seek.</translation>
    </message>
    <message>
      <source>PKM opens with Seek instead, and Today is gone from the side.</source>
      <translation>PKM begint dan met Seek, en Vandaag staat niet meer opzij.</translation>
    </message>
    <message>
      <source>PKM tries again by itself, less and less often. If it lasts, look at its site.</source>
      <translation>PKM probeert het vanzelf opnieuw, steeds minder vaak. Blijft het zo, kijk dan op de site.</translation>
    </message>
    <message>
      <source>PKM tries again by itself. If it lasts, look at its site or tell its owner.</source>
      <translation>PKM probeert het vanzelf opnieuw. Blijft het zo, kijk dan op de site of laat het de eigenaar weten.</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Pagina</translation>
    </message>
    <message>
      <source>Page, like 14</source>
      <translation>Bladzijde, bijvoorbeeld 14</translation>
    </message>
    <message>
      <source>Pages of the guide</source>
      <translation>Pagina’s van de handleiding</translation>
    </message>
    <message>
      <source>Parts of the program and their licences</source>
      <translation>Onderdelen van het programma en hun licenties</translation>
    </message>
    <message>
      <source>Parts of your draft</source>
      <translation>Delen van je concept</translation>
    </message>
    <message>
      <source>Passage for me only</source>
      <translation>Passage alleen voor mij</translation>
    </message>
    <message>
      <source>Passage for the team only</source>
      <translation>Passage alleen voor het team</translation>
    </message>
    <message>
      <source>Password for {name}</source>
      <translation>Wachtwoord voor {name}</translation>
    </message>
    <message>
      <source>Password, key or token</source>
      <translation>Wachtwoord, sleutel of token</translation>
    </message>
    <message>
      <source>Passwords</source>
      <translation>Wachtwoorden</translation>
    </message>
    <message>
      <source>Paste a sentence of something you shared, or the address at which it stands: here you see whose words these are, the version you read, and where else you used it.</source>
      <translation>Plak een zin uit iets wat je deelde, of het adres waar het staat: hier zie je van wie de woorden zijn, welke versie je las en waar je het nog meer gebruikte.</translation>
    </message>
    <message>
      <source>Paste a web address, or search this list</source>
      <translation>Plak een webadres, of zoek in deze lijst</translation>
    </message>
    <message>
      <source>Paste the address of a site you would like to follow.</source>
      <translation>Plak het adres van een site die je wilt volgen.</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Mensen</translation>
    </message>
    <message>
      <source>People to follow are suggested, and none is followed unless you say so. The sample library works without a network, and has a folder of its own: nothing of it comes among your things.</source>
      <translation>Je krijgt suggesties van mensen om te volgen, en volgt niemand zonder dat je het zegt. De voorbeeldbibliotheek werkt zonder netwerk en heeft een eigen map: niets ervan komt tussen jouw spullen.</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Afbeelding</translation>
    </message>
    <message>
      <source>Picture for all of it</source>
      <translation>Afbeelding bij het geheel</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Afbeeldingen</translation>
    </message>
    <message>
      <source>Pictures are shown from now on.</source>
      <translation>Afbeeldingen worden voortaan getoond.</translation>
    </message>
    <message>
      <source>Pictures of {source} are shown from now on.</source>
      <translation>Afbeeldingen van {source} worden voortaan getoond.</translation>
    </message>
    <message>
      <source>Picture…</source>
      <translation>Afbeelding…</translation>
    </message>
    <message>
      <source>Placed there as a draft, not published yet as far as is known.</source>
      <translation>Daar als concept klaargezet, voor zover bekend nog niet gepubliceerd.</translation>
    </message>
    <message>
      <source>Placed there as “{state}”; it is not published as far as is known.</source>
      <translation>Daar klaargezet als “{state}”; voor zover bekend niet gepubliceerd.</translation>
    </message>
    <message>
      <source>Placed there behind a password: not everybody can read it.</source>
      <translation>Daar klaargezet achter een wachtwoord: niet iedereen kan het lezen.</translation>
    </message>
    <message>
      <source>Placed there for members: not everybody can read it.</source>
      <translation>Daar klaargezet voor leden: niet iedereen kan het lezen.</translation>
    </message>
    <message>
      <source>Placed there, and to be published later; it cannot be read yet.</source>
      <translation>Daar klaargezet om later te worden gepubliceerd; het is nog niet te lezen.</translation>
    </message>
    <message>
      <source>Placed there, and to be published on {date}; it cannot be read yet.</source>
      <translation>Daar klaargezet om op {date} te worden gepubliceerd; het is nog niet te lezen.</translation>
    </message>
    <message>
      <source>Placed there, but private: not everybody can read it.</source>
      <translation>Daar klaargezet, maar privé: niet iedereen kan het lezen.</translation>
    </message>
    <message>
      <source>Placed there, where it waits for review; it is not published yet.</source>
      <translation>Daar klaargezet, waar het op beoordeling wacht; het is nog niet gepubliceerd.</translation>
    </message>
    <message>
      <source>Podcast</source>
      <translation>Podcast</translation>
    </message>
    <message>
      <source>Portuguese</source>
      <translation>Portugees</translation>
    </message>
    <message>
      <source>Post</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Prepare for the road</source>
      <translation>Klaarzetten voor onderweg</translation>
    </message>
    <message>
      <source>Preparing for the road</source>
      <translation>Klaarzetten voor onderweg</translation>
    </message>
    <message>
      <source>Present</source>
      <translation>Verhelderen</translation>
    </message>
    <message>
      <source>Present: how would you show this to somebody who has one minute?</source>
      <translation>Verhelderen: hoe laat je dit zien aan iemand die één minuut heeft?</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Voorbeeld</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>Vorige</translation>
    </message>
    <message>
      <source>Previous article</source>
      <translation>Vorig artikel</translation>
    </message>
    <message>
      <source>Previous highlight</source>
      <translation>Vorige markering</translation>
    </message>
    <message>
      <source>Previous place</source>
      <translation>Vorige plek</translation>
    </message>
    <message>
      <source>Previous result</source>
      <translation>Vorig resultaat</translation>
    </message>
    <message>
      <source>Private</source>
      <translation>Alleen voor mij</translation>
    </message>
    <message>
      <source>Public</source>
      <translation>Openbaar</translation>
    </message>
    <message>
      <source>Published, and to be read there.</source>
      <translation>Gepubliceerd, en daar te lezen.</translation>
    </message>
    <message>
      <source>Put away</source>
      <translation>Weggezet</translation>
    </message>
    <message>
      <source>Put in Later: “{title}”.</source>
      <translation>In Later gezet: “{title}”.</translation>
    </message>
    <message>
      <source>Put in quotation marks what is read as something else.</source>
      <translation>Zet tussen aanhalingstekens wat als iets anders wordt gelezen.</translation>
    </message>
    <message>
      <source>Put in there:</source>
      <translation>Daar toegevoegd:</translation>
    </message>
    <message>
      <source>Put into your draft</source>
      <translation>In je concept zetten</translation>
    </message>
    <message>
      <source>Put it in</source>
      <translation>In je concept zetten</translation>
    </message>
    <message>
      <source>Put it in the trash: both say the same.</source>
      <translation>Leg de kopie in de prullenbak: in beide staat hetzelfde.</translation>
    </message>
    <message>
      <source>Put it on the selection</source>
      <translation>Zet op de selectie</translation>
    </message>
    <message>
      <source>Put something into your draft</source>
      <translation>Iets in je concept zetten</translation>
    </message>
    <message>
      <source>Put the cursor into a highlight first, with the mouse or with “[” and “]”.</source>
      <translation>Zet de cursor eerst in een markering, met de muis of met “[” en “]”.</translation>
    </message>
    <message>
      <source>Put the highlight into the note beside</source>
      <translation>De markering in de notitie ernaast zetten</translation>
    </message>
    <message>
      <source>Put the words back</source>
      <translation>Woorden terugzetten</translation>
    </message>
    <message>
      <source>Put this text back</source>
      <translation>Deze tekst terugzetten</translation>
    </message>
    <message>
      <source>Put “{path}” in the trash.</source>
      <translation>Leg “{path}” in de prullenbak.</translation>
    </message>
    <message>
      <source>Question to a community</source>
      <translation>Vraag aan een community</translation>
    </message>
    <message>
      <source>Questions</source>
      <translation>Leervragen</translation>
    </message>
    <message>
      <source>Quiet</source>
      <translation>Stil</translation>
    </message>
    <message>
      <source>Quotation</source>
      <translation>Citaat</translation>
    </message>
    <message>
      <source>Quotations are short</source>
      <translation>De citaten zijn kort</translation>
    </message>
    <message>
      <source>Quote in this note: {words}</source>
      <translation>Citeren in deze notitie: {words}</translation>
    </message>
    <message>
      <source>Quote the first highlight not used yet</source>
      <translation>De eerste nog niet gebruikte markering citeren</translation>
    </message>
    <message>
      <source>Quote the newer words</source>
      <translation>Citeer de nieuwere woorden</translation>
    </message>
    <message>
      <source>Quoted from</source>
      <translation>Geciteerd uit</translation>
    </message>
    <message>
      <source>Quoted words are as you highlighted them</source>
      <translation>Geciteerde woorden zijn zoals je ze markeerde</translation>
    </message>
    <message>
      <source>Read beside it</source>
      <translation>Lees erbij</translation>
    </message>
    <message>
      <source>Read on, then the next unread article</source>
      <translation>Verder lezen, dan het volgende ongelezen artikel</translation>
    </message>
    <message>
      <source>Read this</source>
      <translation>Lees dit</translation>
    </message>
    <message>
      <source>Read: “{title}”.</source>
      <translation>Gelezen: “{title}”.</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Opnieuw doen</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Ophalen</translation>
    </message>
    <message>
      <source>Refresh to fetch them.</source>
      <translation>Haal op om ze binnen te krijgen.</translation>
    </message>
    <message>
      <source>Refreshing your sources</source>
      <translation>Je bronnen worden opgehaald</translation>
    </message>
    <message>
      <source>Refreshing. Press to stop</source>
      <translation>Bezig met ophalen. Druk om te stoppen</translation>
    </message>
    <message>
      <source>Related</source>
      <translation>Verwant</translation>
    </message>
    <message>
      <source>Remember it until PKM closes</source>
      <translation>Onthouden tot PKM sluit</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Weghalen</translation>
    </message>
    <message>
      <source>Remove the folder, keep its sources</source>
      <translation>Map weghalen, bronnen houden</translation>
    </message>
    <message>
      <source>Remove this highlight</source>
      <translation>Deze markering weghalen</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Hernoemen</translation>
    </message>
    <message>
      <source>Renamed.</source>
      <translation>Hernoemd.</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Hernoemen…</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Vervang</translation>
    </message>
    <message>
      <source>Replace with</source>
      <translation>Vervang door</translation>
    </message>
    <message>
      <source>Replies</source>
      <translation>Reacties</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Resultaten</translation>
    </message>
    <message>
      <source>Results and saved searches</source>
      <translation>Resultaten en bewaarde zoekopdrachten</translation>
    </message>
    <message>
      <source>S&amp;ources</source>
      <translation>B&amp;ronnen</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Opslaan</translation>
    </message>
    <message>
      <source>Save Later as a book for a reader</source>
      <translation>Later bewaren als boek voor een e-reader</translation>
    </message>
    <message>
      <source>Save as draft</source>
      <translation>Als concept opslaan</translation>
    </message>
    <message>
      <source>Save as draft on {name}</source>
      <translation>Als concept op {name} zetten</translation>
    </message>
    <message>
      <source>Save now</source>
      <translation>Nu opslaan</translation>
    </message>
    <message>
      <source>Save this search</source>
      <translation>Zoekopdracht bewaren</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Opgeslagen</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Bewaarde zoekopdrachten</translation>
    </message>
    <message>
      <source>Saved: {name}</source>
      <translation>Bewaard: {name}</translation>
    </message>
    <message>
      <source>Saving as draft on {name}</source>
      <translation>Als concept op {name} zetten</translation>
    </message>
    <message>
      <source>Say that its address is unknown</source>
      <translation>Zeg dat het adres onbekend is</translation>
    </message>
    <message>
      <source>Say that its author is unknown</source>
      <translation>Zeg dat de auteur onbekend is</translation>
    </message>
    <message>
      <source>Say this first: {what}.</source>
      <translation>Vul dit eerst in: {what}.</translation>
    </message>
    <message>
      <source>Say what it is to be called.</source>
      <translation>Zeg hoe het moet heten.</translation>
    </message>
    <message>
      <source>Say what it is: a book, a video, a podcast, a conversation.</source>
      <translation>Zeg wat het is: een boek, een video, een podcast, een gesprek.</translation>
    </message>
    <message>
      <source>Say what it shows</source>
      <translation>Zeg wat erop staat</translation>
    </message>
    <message>
      <source>Say what to change: --colour, --words or --join.</source>
      <translation>Zeg wat er moet veranderen: --colour, --words of --join.</translation>
    </message>
    <message>
      <source>Say what to put into the draft.</source>
      <translation>Zeg wat er in het concept moet.</translation>
    </message>
    <message>
      <source>Say what to search for.</source>
      <translation>Zeg waar je naar zoekt.</translation>
    </message>
    <message>
      <source>Say what to search for: words, an author, a language, a source or a folder.</source>
      <translation>Zeg waarnaar je zoekt: woorden, een auteur, een taal, een bron of een map.</translation>
    </message>
    <message>
      <source>Say which words to highlight.</source>
      <translation>Zeg welke woorden je wilt markeren.</translation>
    </message>
    <message>
      <source>Say who answered.</source>
      <translation>Zeg wie er antwoordde.</translation>
    </message>
    <message>
      <source>Say whose it is</source>
      <translation>Zeg van wie het is</translation>
    </message>
    <message>
      <source>Say whose page it shall be.</source>
      <translation>Zeg van wie de pagina moet worden.</translation>
    </message>
    <message>
      <source>Say with whom the conversation was.</source>
      <translation>Zeg met wie het gesprek was.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Zoeken</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>Overal zoeken</translation>
    </message>
    <message>
      <source>Search notes, highlights and articles</source>
      <translation>Zoek in notities, markeringen en artikelen</translation>
    </message>
    <message>
      <source>Search what you have</source>
      <translation>Zoek in wat je hebt</translation>
    </message>
    <message>
      <source>Searching for one of these finds the others as well, and notes in the other language become related. Untick what you do not agree with.</source>
      <translation>Wie een van deze zoekt vindt ook de andere, en zo worden notities in de andere taal verwant. Vink uit waar je het niet mee eens bent.</translation>
    </message>
    <message>
      <source>See what stands there now</source>
      <translation>Vergelijk met wat er nu staat</translation>
    </message>
    <message>
      <source>See who answers</source>
      <translation>Kijk wie antwoordt</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Kiem</translation>
    </message>
    <message>
      <source>Seek</source>
      <translation>Seek</translation>
    </message>
    <message>
      <source>Seek, Sense, Share: a workbench for personal knowledge mastery, after the work of Harold Jarche.</source>
      <translation>Seek, Sense, Share: een werkplaats voor persoonlijk kennismeesterschap, naar het werk van Harold Jarche.</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>Gezien</translation>
    </message>
    <message>
      <source>Select some words first.</source>
      <translation>Selecteer eerst woorden.</translation>
    </message>
    <message>
      <source>Select some words first: with the mouse, or with Shift and the arrow keys.</source>
      <translation>Selecteer eerst woorden: met de muis, of met Shift en de pijltjestoetsen.</translation>
    </message>
    <message>
      <source>Select the words a highlight shall cover, some of its own among them.</source>
      <translation>Selecteer de woorden die een markering moet beslaan, met een paar van haar eigen woorden erbij.</translation>
    </message>
    <message>
      <source>Select the words in the article first, then put the highlight on them.</source>
      <translation>Selecteer eerst de woorden in het artikel, en zet dan de markering erop.</translation>
    </message>
    <message>
      <source>Select words that touch a highlight, then join them.</source>
      <translation>Selecteer woorden die aan een markering raken en voeg ze dan samen.</translation>
    </message>
    <message>
      <source>Send this all the same</source>
      <translation>Dit toch versturen</translation>
    </message>
    <message>
      <source>Sense</source>
      <translation>Sense</translation>
    </message>
    <message>
      <source>Set one up, or give the password at each use with --secret-stdin.</source>
      <translation>Stel er een in, of geef het wachtwoord bij elk gebruik met --secret-stdin.</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Instellingen</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Share</translation>
    </message>
    <message>
      <source>Shared</source>
      <translation>Gedeeld</translation>
    </message>
    <message>
      <source>Should be mended</source>
      <translation>Beter te herstellen</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tonen</translation>
    </message>
    <message>
      <source>Show in the text</source>
      <translation>Tonen in de tekst</translation>
    </message>
    <message>
      <source>Show it as the last chapter</source>
      <translation>Als laatste hoofdstuk tonen</translation>
    </message>
    <message>
      <source>Show what you highlighted</source>
      <translation>Toon wat je markeerde</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>Zichtbaar</translation>
    </message>
    <message>
      <source>Site</source>
      <translation>Site</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Grootte</translation>
    </message>
    <message>
      <source>Size and typeface</source>
      <translation>Grootte en lettertype</translation>
    </message>
    <message>
      <source>Size of everything</source>
      <translation>Grootte van alles</translation>
    </message>
    <message>
      <source>Size of the reading text</source>
      <translation>Grootte van de leestekst</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Kleinere tekst</translation>
    </message>
    <message>
      <source>So the article read when you highlighted it; what you highlighted is underlined.</source>
      <translation>Zo stond het er toen je het markeerde; de gemarkeerde woorden zijn onderstreept.</translation>
    </message>
    <message>
      <source>Some files of your PKM folder are online only ({count}), so what they say is not known here yet: {names}. They are not fetched unasked; choose in your file manager to keep the folder on this device.</source>
      <translation>Sommige bestanden van je PKM-map staan alleen online ({count}), dus wat erin staat is hier nog niet bekend: {names}. Ze worden niet ongevraagd opgehaald; kies in je bestandsbeheer om de map op dit apparaat te bewaren.</translation>
    </message>
    <message>
      <source>Somebody answered?</source>
      <translation>Heeft iemand gereageerd?</translation>
    </message>
    <message>
      <source>Somebody changed the drafts at {host} at the same moment. Publish again.</source>
      <translation>Iemand veranderde de concepten bij {host} op hetzelfde moment. Zet het opnieuw klaar.</translation>
    </message>
    <message>
      <source>Something went wrong inside the program ({what}). Please report it.</source>
      <translation>Er ging iets mis in het programma ({what}). Meld het alsjeblieft.</translation>
    </message>
    <message>
      <source>Something works in your PKM folder only</source>
      <translation>Iets werkt alleen in je PKM-map</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Bron</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Bronnen</translation>
    </message>
    <message>
      <source>Sources credited</source>
      <translation>Bronnen genoemd</translation>
    </message>
    <message>
      <source>Spanish</source>
      <translation>Spaans</translation>
    </message>
    <message>
      <source>Spell check while writing</source>
      <translation>Spellingcontrole tijdens het schrijven</translation>
    </message>
    <message>
      <source>Standard input cannot be read: {reason}.</source>
      <translation>De standaardinvoer kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
      <source>Start a draft from “{title}”</source>
      <translation>Een concept beginnen met “{title}”</translation>
    </message>
    <message>
      <source>Start from</source>
      <translation>Beginnen met</translation>
    </message>
    <message>
      <source>Start from a template</source>
      <translation>Beginnen met een sjabloon</translation>
    </message>
    <message>
      <source>Start with these</source>
      <translation>Hiermee beginnen</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>Blijven</translation>
    </message>
    <message>
      <source>Stays with me</source>
      <translation>Blijft bij mij</translation>
    </message>
    <message>
      <source>Still true</source>
      <translation>Klopt nog</translation>
    </message>
    <message>
      <source>Still true?</source>
      <translation>Klopt dit nog?</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stoppen</translation>
    </message>
    <message>
      <source>Stop following {title}</source>
      <translation>{title} niet meer volgen</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Gestopt.</translation>
    </message>
    <message>
      <source>Stopped. What was done so far is kept.</source>
      <translation>Gestopt. Wat al gedaan was, is bewaard.</translation>
    </message>
    <message>
      <source>Struck through</source>
      <translation>Doorgestreept</translation>
    </message>
    <message>
      <source>Struck through is what the chosen version had and is gone; underlined is what came since.</source>
      <translation>Doorgestreept is wat de gekozen versie had en nu weg is; onderstreept is wat er sindsdien bij kwam.</translation>
    </message>
    <message>
      <source>Subject</source>
      <translation>Onderwerp</translation>
    </message>
    <message>
      <source>Substack takes no drafts: your text is copied, and the page for a new post opens.</source>
      <translation>Substack neemt geen concepten aan: je tekst wordt gekopieerd, en de pagina voor een nieuw bericht gaat open.</translation>
    </message>
    <message>
      <source>Synthesise</source>
      <translation>Samenbrengen</translation>
    </message>
    <message>
      <source>Synthesise: which pattern runs through these sources that none of them says?</source>
      <translation>Samenbrengen: welk patroon loopt er door deze bronnen dat geen ervan noemt?</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabel</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>Take away</source>
      <translation>Weghalen</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Terugdraaien</translation>
    </message>
    <message>
      <source>Take in</source>
      <translation>Overnemen</translation>
    </message>
    <message>
      <source>Take in for Later: {title}</source>
      <translation>Bij Later zetten: {title}</translation>
    </message>
    <message>
      <source>Take in from elsewhere</source>
      <translation>Overnemen van elders</translation>
    </message>
    <message>
      <source>Take it out</source>
      <translation>Weghalen</translation>
    </message>
    <message>
      <source>Take it out of the head</source>
      <translation>Uit de kop halen</translation>
    </message>
    <message>
      <source>Take the mark away</source>
      <translation>Haal het merk weg</translation>
    </message>
    <message>
      <source>Take what only the copy says into the file, where it belongs, and put the copy in the trash.</source>
      <translation>Neem wat alleen in de kopie staat op zijn plek over in het bestand, en leg de kopie in de prullenbak.</translation>
    </message>
    <message numerus="yes">
      <source>Taken back: %n file(s) are as they were.</source>
      <translation>
        <numerusform>Teruggedraaid: %n bestand is weer zoals het was.</numerusform>
        <numerusform>Teruggedraaid: %n bestanden zijn weer zoals ze waren.</numerusform>
      </translation>
    </message>
    <message>
      <source>Taken out of Later: “{title}”.</source>
      <translation>Uit Later gehaald: “{title}”.</translation>
    </message>
    <message>
      <source>Taken out of the head: {words}.</source>
      <translation>Uit de kop gehaald: {words}.</translation>
    </message>
    <message>
      <source>Taken out there:</source>
      <translation>Daar weggehaald:</translation>
    </message>
    <message>
      <source>Taking in</source>
      <translation>Overnemen</translation>
    </message>
    <message>
      <source>Task with a box</source>
      <translation>Taak met vakje</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Team</translation>
    </message>
    <message>
      <source>Teams takes no drafts: your text is copied, and Teams opens where you paste it.</source>
      <translation>Teams neemt geen concepten aan: je tekst wordt gekopieerd, en Teams gaat open zodat je hem plakt.</translation>
    </message>
    <message>
      <source>Terms</source>
      <translation>Termen</translation>
    </message>
    <message>
      <source>Terms for the same</source>
      <translation>Termen voor hetzelfde</translation>
    </message>
    <message>
      <source>Test all of these</source>
      <translation>Deze allemaal testen</translation>
    </message>
    <message>
      <source>Test now</source>
      <translation>Nu testen</translation>
    </message>
    <message numerus="yes">
      <source>Testing %n source(s)</source>
      <translation>
        <numerusform>%n bron testen</numerusform>
        <numerusform>%n bronnen testen</numerusform>
      </translation>
    </message>
    <message>
      <source>Testing {title}</source>
      <translation>{title} testen</translation>
    </message>
    <message>
      <source>Text of the draft</source>
      <translation>Tekst van het concept</translation>
    </message>
    <message>
      <source>Text of the note</source>
      <translation>Tekst van de notitie</translation>
    </message>
    <message>
      <source>That was the last unread article here.</source>
      <translation>Dat was het laatste ongelezen artikel hier.</translation>
    </message>
    <message>
      <source>The PKM folder {path} is no folder. Choose another with --vault.</source>
      <translation>De PKM-map {path} is geen map. Kies een andere met --vault.</translation>
    </message>
    <message>
      <source>The PKM folder {path} is not there, or is no folder. Connect its disk or choose another with --vault; nothing was changed.</source>
      <translation>De PKM-map {path} is er niet, of is geen map. Sluit de schijf aan of kies een andere met --vault; er is niets veranderd.</translation>
    </message>
    <message>
      <source>The PKM folder {path} is not there.</source>
      <translation>De PKM-map {path} is er niet.</translation>
    </message>
    <message>
      <source>The PKM folder {path} is not there. Connect its disk or choose another with --vault; nothing was written.</source>
      <translation>De PKM-map {path} is er niet. Sluit de schijf aan of kies een andere met --vault; er is niets geschreven.</translation>
    </message>
    <message>
      <source>The address at which it will stand</source>
      <translation>Het adres waar hij komt te staan</translation>
    </message>
    <message>
      <source>The address is copied.</source>
      <translation>Het adres is gekopieerd.</translation>
    </message>
    <message>
      <source>The address names the space. You make an API token in the security settings of your Atlassian account; the user name is its e-mail address.</source>
      <translation>Het adres noemt de ruimte. Een API-token maak je in de beveiligingsinstellingen van je Atlassian-account; de gebruikersnaam is het e-mailadres daarvan.</translation>
    </message>
    <message>
      <source>The address of a source is not known, so no link leads there</source>
      <translation>Het adres van een bron is niet bekend, dus er leidt geen link naartoe</translation>
    </message>
    <message>
      <source>The address of “{name}” holds a password; give it without.</source>
      <translation>In het adres van “{name}” staat een wachtwoord; geef het zonder.</translation>
    </message>
    <message>
      <source>The article of “{title}” is no longer in the stream, so its highlights stay as they are.</source>
      <translation>Het artikel bij “{title}” is er niet meer, dus de markeringen blijven zoals ze zijn.</translation>
    </message>
    <message>
      <source>The article “{title}” is no longer here.</source>
      <translation>Het artikel “{title}” is hier niet meer.</translation>
    </message>
    <message>
      <source>The author’s own page</source>
      <translation>De pagina van de auteur</translation>
    </message>
    <message numerus="yes">
      <source>The backup is written and checked: {name}, %n file(s).</source>
      <translation>
        <numerusform>De back-up is geschreven en nagekeken: {name}, %n bestand.</numerusform>
        <numerusform>De back-up is geschreven en nagekeken: {name}, %n bestanden.</numerusform>
      </translation>
    </message>
    <message>
      <source>The backup {path} cannot be written: {reason}.</source>
      <translation>De reservekopie {path} kan niet worden geschreven: {reason}.</translation>
    </message>
    <message>
      <source>The certificate of {host} cannot be trusted ({why}), so nothing was fetched.</source>
      <translation>Het certificaat van {host} is niet te vertrouwen ({why}), dus er is niets opgehaald.</translation>
    </message>
    <message>
      <source>The certificate of {host} comes from nobody whom this computer trusts, so nothing was fetched.</source>
      <translation>Het certificaat van {host} komt van niemand die deze computer vertrouwt, dus er is niets opgehaald.</translation>
    </message>
    <message>
      <source>The certificate of {host} has expired, so nothing was fetched.</source>
      <translation>Het certificaat van {host} is verlopen, dus er is niets opgehaald.</translation>
    </message>
    <message>
      <source>The certificate of {host} is not valid yet, so nothing was fetched. Is the date of this computer right?</source>
      <translation>Het certificaat van {host} is nog niet geldig, dus er is niets opgehaald. Klopt de datum van deze computer?</translation>
    </message>
    <message>
      <source>The database did not pass its check after step {number} ({subject}); it was left as it was before.</source>
      <translation>De database kwam niet door de controle na stap {number} ({subject}); die is gebleven zoals die was.</translation>
    </message>
    <message>
      <source>The database of this machine is damaged: {reason}.</source>
      <translation>De database van deze computer is beschadigd: {reason}.</translation>
    </message>
    <message>
      <source>The database was made by a newer PKM (its version is {version}, this program knows {newest}). Install the newer program; nothing was changed.</source>
      <translation>De database is gemaakt door een nieuwere PKM (versie {version}; dit programma kent {newest}). Installeer het nieuwere programma; er is niets veranderd.</translation>
    </message>
    <message>
      <source>The database {path} cannot be copied: {reason}.</source>
      <translation>De database {path} kan niet worden gekopieerd: {reason}.</translation>
    </message>
    <message>
      <source>The database {path} cannot be opened: {reason}.</source>
      <translation>De database {path} kan niet worden geopend: {reason}.</translation>
    </message>
    <message>
      <source>The database {path} cannot be used: {reason}.</source>
      <translation>De database {path} kan niet worden gebruikt: {reason}.</translation>
    </message>
    <message>
      <source>The database {path} could not be brought up to date and was left as it was: {reason}.</source>
      <translation>De database {path} kon niet worden bijgewerkt en is gebleven zoals die was: {reason}.</translation>
    </message>
    <message>
      <source>The database {path} was damaged; it was put aside as {copy} and a new one was begun. Refresh fetches the articles again.</source>
      <translation>De database {path} was beschadigd; die is opzijgezet als {copy} en er is een nieuwe begonnen. Ophalen brengt de artikelen terug.</translation>
    </message>
    <message>
      <source>The database {path} was gone, so a new one was begun; refresh fetches the articles again.</source>
      <translation>De database {path} was weg, dus er is een nieuwe begonnen; ophalen brengt de artikelen terug.</translation>
    </message>
    <message>
      <source>The disk is full, so {path} could not be changed. Make room and try again; nothing was lost.</source>
      <translation>De schijf is vol, dus {path} kon niet worden veranderd. Maak ruimte en probeer het opnieuw; er is niets verloren.</translation>
    </message>
    <message>
      <source>The disk is full, so {path} was not saved. Make room and save again; the file is as it was.</source>
      <translation>De schijf is vol, dus {path} is niet opgeslagen. Maak ruimte en sla opnieuw op; het bestand is zoals het was.</translation>
    </message>
    <message>
      <source>The draft comes to stand in the Drafts folder of your mail, where you address and send it.</source>
      <translation>Het concept komt in de map Concepten van je mail te staan; daar adresseer en verstuur je het.</translation>
    </message>
    <message>
      <source>The draft is written into a folder as plain Markdown, for whichever program takes it up.</source>
      <translation>Het concept komt als gewone Markdown in een map, voor welk programma het ook oppakt.</translation>
    </message>
    <message>
      <source>The draft is written into a folder that Obsidian shows, marked as not to be published.</source>
      <translation>Het concept komt in een map die Obsidian toont, gemerkt als niet te publiceren.</translation>
    </message>
    <message>
      <source>The draft is written into the folder _drafts of the site, which Jekyll leaves out.</source>
      <translation>Het concept komt in de map _drafts van de site, die Jekyll weglaat.</translation>
    </message>
    <message>
      <source>The draft is written into the folder content of the site, marked so that Pelican leaves it out.</source>
      <translation>Het concept komt in de map content van de site, zo gemerkt dat Pelican het weglaat.</translation>
    </message>
    <message>
      <source>The draft is written into the folder of the site, marked so that Hugo leaves it out. A repository will do as well, as git+https://…: the draft goes onto a branch of its own.</source>
      <translation>Het concept komt in de map van de site, zo gemerkt dat Hugo het weglaat. Een repository mag ook, als git+https://…: het concept komt dan op een eigen tak.</translation>
    </message>
    <message>
      <source>The draft is written into the folder of the site, marked so that Quarto leaves it out.</source>
      <translation>Het concept komt in de map van de site, zo gemerkt dat Quarto het weglaat.</translation>
    </message>
    <message>
      <source>The draft shows a private file</source>
      <translation>Het concept toont een bestand dat alleen voor jou is</translation>
    </message>
    <message>
      <source>The draft stands at {url}, but not all of its words arrived there: look at it before you go on.</source>
      <translation>Het concept staat op {url}, maar niet alle woorden zijn aangekomen: bekijk het voor je verdergaat.</translation>
    </message>
    <message>
      <source>The eBook quotes no post of “{name}” whose address is known.</source>
      <translation>Het eBook citeert geen bericht van “{name}” waarvan het adres bekend is.</translation>
    </message>
    <message>
      <source>The earlier text stands here again. Undo brings back what was here.</source>
      <translation>De eerdere tekst staat hier weer. Met Ongedaan maken komt terug wat er stond.</translation>
    </message>
    <message>
      <source>The end of {path} is missing. Wait until it is synchronised, or put an earlier version back; nothing was changed.</source>
      <translation>Het einde van {path} ontbreekt. Wacht tot het gesynchroniseerd is, of zet een eerdere versie terug; er is niets veranderd.</translation>
    </message>
    <message>
      <source>The file as it is</source>
      <translation>Het bestand zoals het is</translation>
    </message>
    <message>
      <source>The file that was open here is gone from your PKM folder.</source>
      <translation>Het bestand dat hier open stond, is weg uit je PKM-map.</translation>
    </message>
    <message>
      <source>The first lines of “{path}” were mended.</source>
      <translation>De eerste regels van “{path}” zijn hersteld.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be used: {reason}.</source>
      <translation>De map {folder} is niet te gebruiken: {reason}.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be used: {reason}. Choose another place with --data.</source>
      <translation>De map {folder} kan niet worden gebruikt: {reason}. Kies een andere plek met --data.</translation>
    </message>
    <message>
      <source>The folder {path} cannot be made: {reason}.</source>
      <translation>De map {path} kan niet worden gemaakt: {reason}.</translation>
    </message>
    <message>
      <source>The folder {path} cannot be made: {reason}. Nothing was written.</source>
      <translation>De map {path} kan niet worden gemaakt: {reason}. Er is niets geschreven.</translation>
    </message>
    <message>
      <source>The folder {path} cannot be read: {reason}.</source>
      <translation>De map {path} kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
      <source>The folders are changed.</source>
      <translation>De mappen zijn gewijzigd.</translation>
    </message>
    <message>
      <source>The former version of {path} cannot be kept in the history, so the file was not changed. {reason}</source>
      <translation>De vorige versie van {path} kan niet in de geschiedenis worden bewaard, dus het bestand is niet veranderd. {reason}</translation>
    </message>
    <message>
      <source>The highlight has its place again.</source>
      <translation>De markering heeft weer een plek.</translation>
    </message>
    <message>
      <source>The highlight is gone; the history of its source still has it.</source>
      <translation>De markering is weg; de geschiedenis van de bron heeft haar nog.</translation>
    </message>
    <message>
      <source>The history of {path} cannot be moved: {reason}.</source>
      <translation>De geschiedenis van {path} kan niet mee verhuizen: {reason}.</translation>
    </message>
    <message>
      <source>The history of {path} cannot be read: {reason}.</source>
      <translation>De geschiedenis van {path} kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
      <source>The history {path} cannot be tidied: {reason}.</source>
      <translation>De geschiedenis {path} kan niet worden opgeruimd: {reason}.</translation>
    </message>
    <message>
      <source>The lines at the top of this file cannot be read, so nothing is changed in them. Mend them by hand first.</source>
      <translation>De regels boven in dit bestand kunnen niet worden gelezen, dus er wordt niets in veranderd. Herstel ze eerst met de hand.</translation>
    </message>
    <message>
      <source>The lines at the top of “{path}” cannot be read, so all of it stays private.</source>
      <translation>De regels bovenaan “{path}” zijn niet te lezen, dus alles daarin blijft privé.</translation>
    </message>
    <message>
      <source>The list of recommended sources is damaged ({reason}): install the program again.</source>
      <translation>De lijst met aanbevolen bronnen is beschadigd ({reason}): installeer het programma opnieuw.</translation>
    </message>
    <message>
      <source>The mark is gone.</source>
      <translation>Het merk is weg.</translation>
    </message>
    <message>
      <source>The mark stands in the text of “{title}” as #review. Take it out there.</source>
      <translation>Het merk staat als #review in de tekst van “{title}”. Haal het daar weg.</translation>
    </message>
    <message>
      <source>The marks in {path} cannot be read or written: {reason}.</source>
      <translation>De kenmerken in {path} kunnen niet worden gelezen of geschreven: {reason}.</translation>
    </message>
    <message>
      <source>The message at {host} is larger than is taken in.</source>
      <translation>Het bericht bij {host} is groter dan wordt aangenomen.</translation>
    </message>
    <message>
      <source>The message to {name} is copied: look it over and send it.</source>
      <translation>Het bericht aan {name} is gekopieerd: kijk het na en verstuur het.</translation>
    </message>
    <message>
      <source>The name of a picture in your PKM folder</source>
      <translation>De naam van een afbeelding in je PKM-map</translation>
    </message>
    <message>
      <source>The one it is written in</source>
      <translation>De taal waarin het geschreven is</translation>
    </message>
    <message>
      <source>The page at {host} does not say that it is a MediaWiki: give the address of its main page, or of its api.php.</source>
      <translation>De pagina bij {host} zegt niet dat het een MediaWiki is: geef het adres van de hoofdpagina, of van api.php.</translation>
    </message>
    <message>
      <source>The page at {host} does not say that it is a WordPress, or its REST API is switched off: give the address of the home page.</source>
      <translation>De pagina op {host} zegt niet dat ze van WordPress is, of de REST API staat uit: geef het adres van de beginpagina.</translation>
    </message>
    <message>
      <source>The page at {host} names no Micropub endpoint, so nothing can be sent there.</source>
      <translation>De pagina bij {host} noemt geen Micropub-adres, dus daar kan niets naartoe.</translation>
    </message>
    <message>
      <source>The page is fetched once; its article is kept.</source>
      <translation>De pagina wordt één keer opgehaald; het artikel blijft bewaard.</translation>
    </message>
    <message>
      <source>The page of “{title}” gave less text than its feed did, so nothing was changed.</source>
      <translation>De pagina van “{title}” gaf minder tekst dan de feed, dus er is niets veranderd.</translation>
    </message>
    <message>
      <source>The page {page} names the feed {feed}, but that cannot be followed: {reason}</source>
      <translation>De pagina {page} noemt de feed {feed}, maar die kun je niet volgen: {reason}</translation>
    </message>
    <message>
      <source>The passage is highlighted at its page; the same book again gets one passage more.</source>
      <translation>De passage wordt gemarkeerd bij de bladzijde; hetzelfde boek nog eens krijgt er een passage bij.</translation>
    </message>
    <message>
      <source>The passage is highlighted at its time; its credit opens the video there.</source>
      <translation>De passage wordt gemarkeerd bij de tijd; de bronvermelding opent de video daar.</translation>
    </message>
    <message>
      <source>The passage is highlighted at its time; its credit opens there.</source>
      <translation>De passage wordt gemarkeerd bij de tijd; de bronvermelding opent daar.</translation>
    </message>
    <message>
      <source>The password is kept in your system’s keyring and nowhere else. Without one it is asked each time.</source>
      <translation>Het wachtwoord wordt bewaard in de sleutelbos van je systeem en nergens anders. Is die er niet, dan wordt er telkens om gevraagd.</translation>
    </message>
    <message>
      <source>The people whom the eBook “Social Learning: Aan de slag!” quotes, and some who are read beside it. Who still writes comes first. Follow those you find worth your while; nothing is added by itself.</source>
      <translation>De mensen die het eBook “Social Learning: Aan de slag!” citeert, en een aantal die ernaast gelezen worden. Wie nog schrijft staat vooraan. Volg wie je de moeite waard vindt; er komt niets vanzelf bij.</translation>
    </message>
    <message>
      <source>The picture could not be kept in {path}: {reason}.</source>
      <translation>De afbeelding kon niet worden bewaard in {path}: {reason}.</translation>
    </message>
    <message>
      <source>The pictures of all sources are allowed. Forbid them in the settings, or with `road --pictures none`, and allow those you want one by one.</source>
      <translation>De afbeeldingen van alle bronnen zijn toegestaan. Verbied ze bij de instellingen of met `road --pictures none`, en sta ze toe voor de bronnen die je wilt.</translation>
    </message>
    <message>
      <source>The program is closing, so nothing more is read.</source>
      <translation>Het programma sluit af, dus er wordt niets meer gelezen.</translation>
    </message>
    <message>
      <source>The program is closing, so nothing more is stored.</source>
      <translation>Het programma sluit af, dus er wordt niets meer opgeslagen.</translation>
    </message>
    <message>
      <source>The program is closing, so nothing more was fetched.</source>
      <translation>Het programma sluit af, dus er is niets meer opgehaald.</translation>
    </message>
    <message>
      <source>The program is closing, so nothing more was sent.</source>
      <translation>Het programma sluit af, dus er is niets meer verstuurd.</translation>
    </message>
    <message>
      <source>The program’s helper process could not be started ({how}). Please try again.</source>
      <translation>Het hulpproces van het programma kon niet worden gestart ({how}). Probeer het opnieuw.</translation>
    </message>
    <message>
      <source>The program’s helper process stopped unexpectedly ({how}). Please try again.</source>
      <translation>Het hulpproces van het programma stopte onverwacht ({how}). Probeer het opnieuw.</translation>
    </message>
    <message>
      <source>The proxy of this system does not let a connection with {host} through ({code}).</source>
      <translation>De proxy van dit systeem laat geen verbinding met {host} door ({code}).</translation>
    </message>
    <message>
      <source>The proxy that is set on this computer does not accept the name and password that are set for it.</source>
      <translation>De proxy die op deze computer is ingesteld, aanvaardt de naam en het wachtwoord niet die erbij zijn ingesteld.</translation>
    </message>
    <message>
      <source>The proxy that is set on this computer, {proxy}, cannot be reached.</source>
      <translation>De proxy die op deze computer is ingesteld, {proxy}, is niet bereikbaar.</translation>
    </message>
    <message>
      <source>The sample library could not be laid out here.</source>
      <translation>De voorbeeldbibliotheek kon hier niet worden klaargelegd.</translation>
    </message>
    <message>
      <source>The sample library wants a folder of its own, and there are notes in this one already.</source>
      <translation>De voorbeeldbibliotheek wil een eigen map, en in deze staan al notities.</translation>
    </message>
    <message>
      <source>The sample library wants a folder of its own: name a new or empty one instead of {folder}.</source>
      <translation>De voorbeeldbibliotheek wil een eigen map: noem een nieuwe of lege in plaats van {folder}.</translation>
    </message>
    <message>
      <source>The search index in {folder} cannot be built. Look whether its disk is full or failing; your files are unharmed.</source>
      <translation>De zoekindex in {folder} kan niet worden opgebouwd. Kijk of de schijf vol of kapot is; je bestanden zijn ongedeerd.</translation>
    </message>
    <message>
      <source>The search index in {folder} cannot be written: {reason}.</source>
      <translation>De zoekindex in {folder} kan niet worden geschreven: {reason}.</translation>
    </message>
    <message>
      <source>The search index is being built. Try again in a moment.</source>
      <translation>De zoekindex wordt opgebouwd. Probeer het zo dadelijk opnieuw.</translation>
    </message>
    <message>
      <source>The second version</source>
      <translation>De tweede versie</translation>
    </message>
    <message>
      <source>The second version of “{about}” is a file of its own now.</source>
      <translation>De tweede versie van “{about}” is nu een eigen bestand.</translation>
    </message>
    <message>
      <source>The settings {path} cannot be changed: {reason}.</source>
      <translation>De instellingen {path} kunnen niet worden veranderd: {reason}.</translation>
    </message>
    <message>
      <source>The settings {path} cannot be read, so this start goes without them: {reason}. Mend the file, or remove it.</source>
      <translation>De instellingen {path} kunnen niet worden gelezen, dus deze keer gaat het zonder: {reason}. Herstel het bestand of verwijder het.</translation>
    </message>
    <message>
      <source>The source has no id yet.</source>
      <translation>De bron heeft nog geen kenmerk.</translation>
    </message>
    <message>
      <source>The system’s keyring did not answer ({kind}). Perhaps it is locked.</source>
      <translation>De sleutelbos van het systeem gaf geen antwoord ({kind}). Misschien is hij vergrendeld.</translation>
    </message>
    <message>
      <source>The tag “{old}” was renamed to “{new}”.</source>
      <translation>De tag “{old}” heet nu “{new}”.</translation>
    </message>
    <message>
      <source>The template {path} was changed on two devices at once; the second version is called {copy} now.</source>
      <translation>Het sjabloon {path} is op twee apparaten tegelijk gewijzigd; de tweede versie heet nu {copy}.</translation>
    </message>
    <message>
      <source>The term list holds {count} groups; take one away first.</source>
      <translation>De termenlijst heeft {count} groepen; haal er eerst een weg.</translation>
    </message>
    <message>
      <source>The text for a page of your own (*.html)</source>
      <translation>De tekst voor een pagina van jezelf (*.html)</translation>
    </message>
    <message>
      <source>The text has changed; this is the likely place.</source>
      <translation>De tekst is veranderd; dit is de waarschijnlijke plek.</translation>
    </message>
    <message>
      <source>The text is another by now. It is looked through again.</source>
      <translation>De tekst is intussen anders. Hij wordt opnieuw nagekeken.</translation>
    </message>
    <message>
      <source>The text is copied, and the site opens: make a page there and paste it into a text web part.</source>
      <translation>De tekst wordt gekopieerd, en de site gaat open: maak er een pagina en plak hem in een tekstwebonderdeel.</translation>
    </message>
    <message>
      <source>The text is copied, and the space opens: make a page there and paste it.</source>
      <translation>De tekst wordt gekopieerd, en de ruimte gaat open: maak er een pagina en plak hem.</translation>
    </message>
    <message>
      <source>The text of this article is no longer here. Refresh its source first.</source>
      <translation>De tekst van dit artikel is er niet meer. Haal eerst de bron op.</translation>
    </message>
    <message>
      <source>The text of “{title}” is no longer here.</source>
      <translation>De tekst van “{title}” is er niet meer.</translation>
    </message>
    <message>
      <source>The text of “{title}” is no longer here. Refresh its feed first.</source>
      <translation>De tekst van “{title}” is er niet meer. Haal eerst de bron op.</translation>
    </message>
    <message>
      <source>The version stands beside it as “{name}”.</source>
      <translation>De versie staat ernaast als “{name}”.</translation>
    </message>
    <message>
      <source>The version you highlighted, or as it is now</source>
      <translation>De versie die je markeerde, of zoals het nu is</translation>
    </message>
    <message>
      <source>The version you read</source>
      <translation>De gelezen versie</translation>
    </message>
    <message>
      <source>The whole eBook: {words}, {percent}% quoted.</source>
      <translation>Het hele eBook: {words}, {percent}% geciteerd.</translation>
    </message>
    <message>
      <source>The whole page</source>
      <translation>De hele pagina</translation>
    </message>
    <message>
      <source>The whole title of this draft is private. Give it a title that may leave.</source>
      <translation>De hele titel van dit concept is privé. Geef het een titel die de deur uit mag.</translation>
    </message>
    <message>
      <source>The window comes again at once in its new size, with all that you wrote.</source>
      <translation>Het venster komt meteen terug in de nieuwe grootte, met alles wat je schreef.</translation>
    </message>
    <message>
      <source>The window needs system libraries that are missing here ({reason}). `make run` installs or names them; the command line works without: pkm --help</source>
      <translation>Het venster heeft systeembibliotheken nodig die hier ontbreken ({reason}). `make run` installeert of noemt ze; de opdrachtregel werkt zonder: pkm --help</translation>
    </message>
    <message>
      <source>The words</source>
      <translation>De woorden</translation>
    </message>
    <message>
      <source>Their words</source>
      <translation>Wat werd er gezegd?</translation>
    </message>
    <message>
      <source>There are files in this folder already. They stay exactly as they are.</source>
      <translation>In deze map staan al bestanden. Die blijven precies zoals ze zijn.</translation>
    </message>
    <message>
      <source>There are no former versions yet. One is kept before each change, at most every five minutes, for 90 days.</source>
      <translation>Er zijn nog geen vorige versies. Vóór elke wijziging wordt er een bewaard, hooguit elke vijf minuten, 90 dagen lang.</translation>
    </message>
    <message>
      <source>There are no two versions of “{path}” to choose from.</source>
      <translation>Er zijn geen twee versies van “{path}” om uit te kiezen.</translation>
    </message>
    <message>
      <source>There are several feeds here. Which one do you want to follow?</source>
      <translation>Hier zijn meer feeds. Welke wil je volgen?</translation>
    </message>
    <message>
      <source>There are too many files named {name}. Choose another title.</source>
      <translation>Er zijn te veel bestanden die {name} heten. Kies een andere titel.</translation>
    </message>
    <message>
      <source>There are too many files of this name in {folder}.</source>
      <translation>Er zijn te veel bestanden met deze naam in {folder}.</translation>
    </message>
    <message>
      <source>There are two versions of a file, because it was changed in two places at once: {names}. Both are kept; the check-up (pkm doctor) shows them side by side.</source>
      <translation>Er zijn twee versies van een bestand, omdat het op twee plekken tegelijk is gewijzigd: {names}. Allebei zijn bewaard; Controle en herstel (pkm doctor) zet ze naast elkaar.</translation>
    </message>
    <message>
      <source>There are two versions of {path}, and one of them cannot be read: look at {copy}.</source>
      <translation>Er zijn twee versies van {path}, en een ervan is niet te lezen: kijk naar {copy}.</translation>
    </message>
    <message>
      <source>There is a file {path} again, so this cannot be taken back. Move it away first.</source>
      <translation>Er is weer een bestand {path}, dus dit is niet terug te draaien. Verplaats het eerst.</translation>
    </message>
    <message>
      <source>There is a saved search “{name}” already.</source>
      <translation>Er is al een bewaarde zoekopdracht “{name}”.</translation>
    </message>
    <message>
      <source>There is an outlet “{name}” already. Remove it first, or choose another name.</source>
      <translation>Er is al een kanaal “{name}”. Verwijder het eerst, of kies een andere naam.</translation>
    </message>
    <message>
      <source>There is no Confluence at {host}: give the address of the space.</source>
      <translation>Er is geen Confluence bij {host}: geef het adres van de ruimte.</translation>
    </message>
    <message>
      <source>There is no Ghost at {host}: give the address of the site’s home page.</source>
      <translation>Er is geen Ghost bij {host}: geef het adres van de startpagina van de site.</translation>
    </message>
    <message>
      <source>There is no Markdown for “{target}”: choose from {known}.</source>
      <translation>Er is geen Markdown voor “{target}”: kies uit {known}.</translation>
    </message>
    <message>
      <source>There is no WordPress REST API at {host}: give the address of the site’s home page.</source>
      <translation>Er is geen WordPress REST API op {host}: geef het adres van de beginpagina van de site.</translation>
    </message>
    <message>
      <source>There is no WordPress at {host}: it answers with {status}.</source>
      <translation>Er is geen WordPress op {host}: het antwoordt met {status}.</translation>
    </message>
    <message>
      <source>There is no article “{name}”. `articles --view all` lists them.</source>
      <translation>Er is geen artikel “{name}”. `articles --view all` toont ze.</translation>
    </message>
    <message>
      <source>There is no change to take back.</source>
      <translation>Er is geen wijziging om terug te draaien.</translation>
    </message>
    <message>
      <source>There is no chapter “{chapter}”: choose from {known}.</source>
      <translation>Hoofdstuk “{chapter}” is er niet: kies uit {known}.</translation>
    </message>
    <message>
      <source>There is no feed at this address: what it gives is not RSS, Atom or JSON Feed.</source>
      <translation>Op dit adres is geen feed: wat het geeft is geen RSS, Atom of JSON Feed.</translation>
    </message>
    <message>
      <source>There is no file of this name. Press to begin it.</source>
      <translation>Er is geen bestand met deze naam. Druk om het te beginnen.</translation>
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation>Het bestand {path} is er niet.</translation>
    </message>
    <message>
      <source>There is no folder for drafts in this mailbox at {host}: make one called Drafts there.</source>
      <translation>Er is geen map voor concepten in deze mailbox bij {host}: maak daar een map die Drafts heet.</translation>
    </message>
    <message>
      <source>There is no folder {folder}; make it first.</source>
      <translation>De map {folder} is er niet; maak die eerst.</translation>
    </message>
    <message>
      <source>There is no folder {path}.</source>
      <translation>Er is geen map {path}.</translation>
    </message>
    <message>
      <source>There is no folder “{name}”.</source>
      <translation>Er is geen map “{name}”.</translation>
    </message>
    <message>
      <source>There is no highlight {id} in this file any more.</source>
      <translation>De markering {id} staat niet meer in dit bestand.</translation>
    </message>
    <message>
      <source>There is no highlight {id} in {path}.</source>
      <translation>De markering {id} staat niet in {path}.</translation>
    </message>
    <message>
      <source>There is no host called {host}, or this computer is not connected: check the address.</source>
      <translation>Er is geen computer die {host} heet, of deze computer is niet verbonden: controleer het adres.</translation>
    </message>
    <message>
      <source>There is no keyring here that can keep a password.</source>
      <translation>Hier is geen sleutelbos die een wachtwoord kan bewaren.</translation>
    </message>
    <message>
      <source>There is no keyring on this machine that keeps passwords safe.</source>
      <translation>Op deze computer is geen sleutelbos die wachtwoorden veilig bewaart.</translation>
    </message>
    <message>
      <source>There is no note called “{title}” yet.</source>
      <translation>Er is nog geen notitie die “{title}” heet.</translation>
    </message>
    <message>
      <source>There is no other highlight there.</source>
      <translation>Daar is geen andere markering.</translation>
    </message>
    <message>
      <source>There is no outlet yet. Add one with: pkm outlet add {name} …</source>
      <translation>Er is nog geen kanaal. Voeg er een toe met: pkm outlet add {name} …</translation>
    </message>
    <message>
      <source>There is no outlet “{name}”. There are: {known}.</source>
      <translation>Er is geen kanaal “{name}”. Er zijn: {known}.</translation>
    </message>
    <message>
      <source>There is no picture {path} that could be shown.</source>
      <translation>Er is geen afbeelding {path} die getoond kan worden.</translation>
    </message>
    <message>
      <source>There is no picture “{name}” in your PKM folder.</source>
      <translation>Er is geen afbeelding “{name}” in je PKM-map.</translation>
    </message>
    <message>
      <source>There is no recommended source “{name}”. `catalogue` lists them.</source>
      <translation>Er is geen aanbevolen bron “{name}”. `catalogue` toont ze.</translation>
    </message>
    <message>
      <source>There is no saved search “{name}”.</source>
      <translation>Er is geen bewaarde zoekopdracht “{name}”.</translation>
    </message>
    <message>
      <source>There is no second version called {path}.</source>
      <translation>Er is geen tweede versie die {path} heet.</translation>
    </message>
    <message>
      <source>There is no space {space} at {host}, or {user} may not see it.</source>
      <translation>Er is geen ruimte {space} bij {host}, of {user} mag die niet zien.</translation>
    </message>
    <message>
      <source>There is no version {number} of {path}: it has {count}.</source>
      <translation>Versie {number} van {path} is er niet: er zijn er {count}.</translation>
    </message>
    <message>
      <source>There is no version {version} of this source.</source>
      <translation>Versie {version} van deze bron is er niet.</translation>
    </message>
    <message>
      <source>There is no web address in “{text}”.</source>
      <translation>Er staat geen webadres in “{text}”.</translation>
    </message>
    <message>
      <source>There is no {path} in the trash.</source>
      <translation>{path} ligt niet in de prullenbak.</translation>
    </message>
    <message>
      <source>There is nothing in this file that PKM knows as an export of {kind}.</source>
      <translation>In dit bestand staat niets dat PKM kent als export van {kind}.</translation>
    </message>
    <message>
      <source>There is nothing kept that is not in a draft yet. Keep an article in Seek first.</source>
      <translation>Er is niets bewaard dat nog niet in een concept staat. Bewaar eerst een artikel in Seek.</translation>
    </message>
    <message>
      <source>There is nothing to capture: no words came in.</source>
      <translation>Er valt niets vast te leggen: er kwamen geen woorden binnen.</translation>
    </message>
    <message>
      <source>There was no note called “{title}” yet. It was begun.</source>
      <translation>Er was nog geen notitie “{title}”. Die is nu begonnen.</translation>
    </message>
    <message>
      <source>There was nothing in it that PKM can take in.</source>
      <translation>Er zat niets in dat PKM kan meenemen.</translation>
    </message>
    <message>
      <source>These words are not in “{title}”: {words}</source>
      <translation>Deze woorden staan niet in “{title}”: {words}</translation>
    </message>
    <message>
      <source>These words stand in {count} places: say which with --prefix or --suffix. {first}; {second}{third}</source>
      <translation>Deze woorden staan op {count} plekken: zeg welke met --prefix of --suffix. {first}; {second}{third}</translation>
    </message>
    <message>
      <source>These words stand on {there}, not on {place}.</source>
      <translation>Deze woorden staan op {there}, niet op {place}.</translation>
    </message>
    <message>
      <source>These words were not saved last time. They are here again.</source>
      <translation>Deze woorden waren de vorige keer niet opgeslagen. Ze staan hier weer.</translation>
    </message>
    <message>
      <source>This address gives no page to read ({kind}).</source>
      <translation>Dit adres geeft geen pagina om te lezen ({kind}).</translation>
    </message>
    <message>
      <source>This address names no space of a Confluence: it looks like https://example.atlassian.net/wiki/spaces/TEAM.</source>
      <translation>Dit adres noemt geen ruimte van een Confluence: het ziet eruit als https://example.atlassian.net/wiki/spaces/TEAM.</translation>
    </message>
    <message>
      <source>This archive cannot be unpacked: it is damaged, or has a password.</source>
      <translation>Dit archief kan niet worden uitgepakt: het is beschadigd of heeft een wachtwoord.</translation>
    </message>
    <message>
      <source>This article has changed since you highlighted it.</source>
      <translation>Dit artikel is veranderd sinds je het markeerde.</translation>
    </message>
    <message>
      <source>This cannot be opened here.</source>
      <translation>Dit kan hier niet worden geopend.</translation>
    </message>
    <message>
      <source>This draft cannot be set on paper: {reason}.</source>
      <translation>Van dit concept kan geen PDF worden gemaakt: {reason}.</translation>
    </message>
    <message>
      <source>This draft has no parts yet: they begin at headings, quotations and chapters.</source>
      <translation>Dit concept heeft nog geen delen: die beginnen bij koppen, citaten en hoofdstukken.</translation>
    </message>
    <message>
      <source>This draft has parts 1 to {most}.</source>
      <translation>Dit concept heeft delen 1 tot en met {most}.</translation>
    </message>
    <message>
      <source>This draft is just being sent by another window or command. Nothing was sent; try again when that has ended.</source>
      <translation>Dit concept wordt op dit moment verstuurd door een ander venster of een ander commando. Er is niets verstuurd; probeer het opnieuw als dat klaar is.</translation>
    </message>
    <message>
      <source>This draft quotes nobody by name, so there is nobody to tell.</source>
      <translation>Dit concept citeert niemand bij naam, dus er is niemand om het te laten weten.</translation>
    </message>
    <message>
      <source>This draft shows the private file “{name}”. Take it out first.</source>
      <translation>Dit concept toont het bestand “{name}”, dat alleen voor jou is. Haal dat er eerst uit.</translation>
    </message>
    <message numerus="yes">
      <source>This file is for you alone, so none of its words leave: %n stay in.</source>
      <translation>
        <numerusform>Dit bestand is alleen voor jou, dus er gaat niets van mee: %n woord blijft binnen.</numerusform>
        <numerusform>Dit bestand is alleen voor jou, dus er gaat niets van mee: %n woorden blijven binnen.</numerusform>
      </translation>
    </message>
    <message>
      <source>This file is larger than 100 MB. Export a part of it.</source>
      <translation>Dit bestand is groter dan 100 MB. Exporteer een deel ervan.</translation>
    </message>
    <message>
      <source>This file is no JSON, or is cut off.</source>
      <translation>Dit bestand is geen JSON, of het is afgekapt.</translation>
    </message>
    <message>
      <source>This file is written in UTF-16, which cannot be edited here. Save it as UTF-8 first.</source>
      <translation>Dit bestand is in UTF-16 geschreven en kan hier niet worden bewerkt. Sla het eerst op als UTF-8.</translation>
    </message>
    <message>
      <source>This file was changed elsewhere meanwhile. Both are kept: yours here, the other as “{name}”.</source>
      <translation>Dit bestand is intussen ergens anders veranderd. Beide zijn bewaard: het jouwe hier, het andere als “{name}”.</translation>
    </message>
    <message>
      <source>This folder is empty. PKM makes its own folders in it.</source>
      <translation>Deze map is leeg. PKM maakt er zijn eigen mappen in.</translation>
    </message>
    <message>
      <source>This holds words of “{title}”, a conversation without consent: they never leave. Take them out first.</source>
      <translation>Hier staan woorden in van “{title}”, een gesprek zonder toestemming: die gaan nooit naar buiten. Haal ze er eerst uit.</translation>
    </message>
    <message>
      <source>This is a former version. Highlight in the article as it is now.</source>
      <translation>Dit is een eerdere versie. Markeer in het artikel zoals het nu is.</translation>
    </message>
    <message>
      <source>This is longer than the place takes</source>
      <translation>Dit is langer dan daar past</translation>
    </message>
    <message>
      <source>This is no export that PKM knows, no list of subscriptions and no document.</source>
      <translation>Dit is geen export die PKM kent, geen lijst van bronnen en geen document.</translation>
    </message>
    <message>
      <source>This is no list of subscriptions: there is no OPML in it.</source>
      <translation>Dit is geen lijst met abonnementen: er zit geen OPML in.</translation>
    </message>
    <message>
      <source>This is no password for a Ghost: it is the Admin API key of a custom integration, two long numbers with a colon between them.</source>
      <translation>Dit is geen wachtwoord voor een Ghost: dat is de Admin API-sleutel van een eigen integratie, twee lange getallen met een dubbele punt ertussen.</translation>
    </message>
    <message>
      <source>This is no picture that can be read here: use PNG, JPEG, GIF, WebP, BMP or TIFF.</source>
      <translation>Dit is geen afbeelding die hier gelezen kan worden: gebruik PNG, JPEG, GIF, WebP, BMP of TIFF.</translation>
    </message>
    <message>
      <source>This is no picture that can be shown.</source>
      <translation>Dit is geen afbeelding die getoond kan worden.</translation>
    </message>
    <message>
      <source>This is no picture to look at but a point that counts readers.</source>
      <translation>Dit is geen afbeelding om te bekijken, maar een punt dat lezers telt.</translation>
    </message>
    <message>
      <source>This is not a complete web address, so it was not fetched.</source>
      <translation>Dit is geen volledig webadres, dus het is niet opgehaald.</translation>
    </message>
    <message>
      <source>This is the sample library: try whatever you like. Nothing of it comes among your own things.</source>
      <translation>Dit is de voorbeeldbibliotheek: probeer gerust van alles. Niets ervan komt tussen je eigen spullen.</translation>
    </message>
    <message>
      <source>This is too much for the lines at the top of a file: {keys}.</source>
      <translation>Dit is te veel voor de regels boven in een bestand: {keys}.</translation>
    </message>
    <message>
      <source>This list of subscriptions is larger than 20 MB; that cannot be right.</source>
      <translation>Deze lijst met abonnementen is groter dan 20 MB; dat kan niet kloppen.</translation>
    </message>
    <message>
      <source>This must be mended by hand: {mend}</source>
      <translation>Dit moet met de hand worden hersteld: {mend}</translation>
    </message>
    <message>
      <source>This needed more than {memory} MB of memory and was stopped.</source>
      <translation>Dit had meer dan {memory} MB geheugen nodig en is gestopt.</translation>
    </message>
    <message>
      <source>This picture is too large to be shown ({width} x {height}).</source>
      <translation>Deze afbeelding is te groot om te tonen ({width} x {height}).</translation>
    </message>
    <message>
      <source>This picture is too large: it has more than {count} million pixels. Make it smaller first.</source>
      <translation>Deze afbeelding is te groot: meer dan {count} miljoen pixels. Maak hem eerst kleiner.</translation>
    </message>
    <message>
      <source>This place has no field for it, so it does not go along</source>
      <translation>Deze plek heeft er geen veld voor, dus het gaat niet mee</translation>
    </message>
    <message>
      <source>This source does not answer.</source>
      <translation>Deze bron antwoordt niet.</translation>
    </message>
    <message>
      <source>This source has moved to {address}, which you follow already.</source>
      <translation>Deze bron is verhuisd naar {address}, en die volg je al.</translation>
    </message>
    <message>
      <source>This source has moved to {address}. PKM takes that address over once it has led there for some days.</source>
      <translation>Deze bron is verhuisd naar {address}. PKM neemt dat adres over zodra het daar een paar dagen op uitkomt.</translation>
    </message>
    <message>
      <source>This source now sends us to {address} on {host}, which is not secure; its own address stays.</source>
      <translation>Deze bron stuurt ons nu door naar {address} bij {host}, en dat is niet beveiligd; het eigen adres blijft.</translation>
    </message>
    <message>
      <source>This system is set to reach the net through a proxy of a kind that is not known here: set an http:// or socks5:// proxy, or none.</source>
      <translation>Op deze computer is een soort proxy ingesteld die PKM niet kent: stel een http://- of socks5://-proxy in, of geen.</translation>
    </message>
    <message>
      <source>This system shows no notifications. What is new waits in Seek.</source>
      <translation>Dit systeem toont geen meldingen. Wat nieuw is wacht in Seek.</translation>
    </message>
    <message>
      <source>This text leads to no source and no note of yours.</source>
      <translation>Deze tekst leidt naar geen bron en geen notitie van jou.</translation>
    </message>
    <message>
      <source>This took longer than {seconds} seconds and was stopped.</source>
      <translation>Dit duurde langer dan {seconds} seconden en is gestopt.</translation>
    </message>
    <message>
      <source>This was stopped because the program is closing.</source>
      <translation>Dit is gestopt omdat het programma afsluit.</translation>
    </message>
    <message>
      <source>Thought</source>
      <translation>Gedachte</translation>
    </message>
    <message>
      <source>Time to look back</source>
      <translation>Tijd om terug te kijken</translation>
    </message>
    <message>
      <source>Time, like 12:40</source>
      <translation>Tijd, bijvoorbeeld 12:40</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>To my own folder</source>
      <translation>Naar mijn eigen map</translation>
    </message>
    <message>
      <source>To read</source>
      <translation>Om te lezen</translation>
    </message>
    <message>
      <source>To which folder? A new name makes one; a/b is b within a; nothing means no folder.</source>
      <translation>In welke map? Een nieuwe naam maakt er een; a/b is b in a; niets betekent geen map.</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Vandaag</translation>
    </message>
    <message>
      <source>Today is a mirror, not a score. Put away what does not help you; nothing is lost by it.</source>
      <translation>Vandaag is een spiegel, geen score. Zet weg wat je niet helpt; er gaat niets mee verloren.</translation>
    </message>
    <message>
      <source>Trace</source>
      <translation>Herkomst</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Opnieuw proberen</translation>
    </message>
    <message>
      <source>Try and keep</source>
      <translation>Proberen en bewaren</translation>
    </message>
    <message>
      <source>Try the addresses</source>
      <translation>Adressen proberen</translation>
    </message>
    <message>
      <source>Try the sample library</source>
      <translation>Probeer de voorbeeldbibliotheek</translation>
    </message>
    <message>
      <source>Trying the addresses</source>
      <translation>Adressen proberen</translation>
    </message>
    <message>
      <source>Twelve weeks</source>
      <translation>Twaalf weken</translation>
    </message>
    <message>
      <source>Twice the same</source>
      <translation>Twee keer hetzelfde</translation>
    </message>
    <message>
      <source>Two versions</source>
      <translation>Twee versies</translation>
    </message>
    <message>
      <source>Type what you are looking for: notes, highlights, sources, drafts and articles.</source>
      <translation>Typ wat je zoekt: notities, markeringen, bronnen, concepten en artikelen.</translation>
    </message>
    <message>
      <source>Typeface</source>
      <translation>Lettertype</translation>
    </message>
    <message>
      <source>Underlines words that the Dutch and English lists do not know. Nothing you write leaves your computer.</source>
      <translation>Onderstreept woorden die de Nederlandse en Engelse lijst niet kennen. Niets wat je schrijft verlaat je computer.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Ongedaan maken</translation>
    </message>
    <message>
      <source>Undone: {words}</source>
      <translation>Ongedaan gemaakt: {words}</translation>
    </message>
    <message>
      <source>Unfollow</source>
      <translation>Ontvolgen</translation>
    </message>
    <message>
      <source>Unpack a backup</source>
      <translation>Back-up uitpakken</translation>
    </message>
    <message>
      <source>Unpacking the backup</source>
      <translation>Back-up uitpakken</translation>
    </message>
    <message>
      <source>Unread again: “{title}”.</source>
      <translation>Weer ongelezen: “{title}”.</translation>
    </message>
    <message>
      <source>Unreadable</source>
      <translation>Niet te lezen</translation>
    </message>
    <message>
      <source>Use in a draft</source>
      <translation>Gebruiken in een concept</translation>
    </message>
    <message>
      <source>Use this key</source>
      <translation>Deze toets gebruiken</translation>
    </message>
    <message>
      <source>Used in</source>
      <translation>Gebruikt in</translation>
    </message>
    <message>
      <source>User name there</source>
      <translation>Gebruikersnaam daar</translation>
    </message>
    <message>
      <source>Validate</source>
      <translation>Toetsen</translation>
    </message>
    <message>
      <source>Validate: how do you know that this holds?</source>
      <translation>Toetsen: hoe weet je dat dit klopt?</translation>
    </message>
    <message>
      <source>Version that was read: {day}</source>
      <translation>Gelezen versie: {day}</translation>
    </message>
    <message>
      <source>Version {version}, with Qt {qt}</source>
      <translation>Versie {version}, met Qt {qt}</translation>
    </message>
    <message>
      <source>Via (tipped by)</source>
      <translation>Getipt door</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>Video</translation>
    </message>
    <message>
      <source>Viva Engage takes no drafts: your text is copied, and Viva Engage opens where you paste it.</source>
      <translation>Viva Engage neemt geen concepten aan: je tekst wordt gekopieerd, en Viva Engage gaat open zodat je hem plakt.</translation>
    </message>
    <message>
      <source>Wait some hours and test it again. If it stays so, open its site in your browser.</source>
      <translation>Wacht een paar uur en test opnieuw. Blijft het zo, open de site dan in je browser.</translation>
    </message>
    <message>
      <source>Waiting for your words</source>
      <translation>Wacht op jouw woorden</translation>
    </message>
    <message>
      <source>Waiting for your words · {number}</source>
      <translation>Wacht op jouw woorden · {number}</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation>Webpagina</translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation>Webpagina (*.html)</translation>
    </message>
    <message>
      <source>Week {number}: {came_in} came in, {made_yours} made yours, {given_on} given on.</source>
      <translation>Week {number}: {came_in} binnengekomen, {made_yours} eigen gemaakt, {given_on} doorgegeven.</translation>
    </message>
    <message>
      <source>Welcome</source>
      <translation>Welkom</translation>
    </message>
    <message>
      <source>What I think of it</source>
      <translation>Wat ik ervan vind</translation>
    </message>
    <message>
      <source>What became of what I shared</source>
      <translation>Wat er werd van wat ik deelde</translation>
    </message>
    <message>
      <source>What came in on standard input is not UTF-8 text.</source>
      <translation>Wat op de standaardinvoer binnenkwam, is geen UTF-8-tekst.</translation>
    </message>
    <message>
      <source>What came in, what you made yours and what you gave on, by week.</source>
      <translation>Wat binnenkwam, wat je je eigen maakte en wat je doorgaf, per week.</translation>
    </message>
    <message>
      <source>What changed there</source>
      <translation>Wat daar veranderde</translation>
    </message>
    <message>
      <source>What differs from now</source>
      <translation>Wat anders is dan nu</translation>
    </message>
    <message>
      <source>What hangs on it comes along: notes that link to it, highlights and sources, each with its credit. What is private stays.</source>
      <translation>Wat eraan hangt komt mee: notities die ernaar verwijzen, markeringen en bronnen, elk met bronvermelding. Wat alleen voor jou is, blijft hier.</translation>
    </message>
    <message>
      <source>What is in this archive is larger than 100 MB. Unpack it, and take in a part.</source>
      <translation>Wat in dit archief zit is groter dan 100 MB. Pak het uit en neem een deel over.</translation>
    </message>
    <message>
      <source>What is on it, and whose it is</source>
      <translation>Wat je ziet, en van wie het is</translation>
    </message>
    <message>
      <source>What is private stays in</source>
      <translation>Wat alleen voor jou is, blijft binnen</translation>
    </message>
    <message>
      <source>What is set on this computer as a SOCKS proxy is none.</source>
      <translation>Wat op deze computer als SOCKS-proxy is ingesteld, is er geen.</translation>
    </message>
    <message>
      <source>What left</source>
      <translation>Gedeeld</translation>
    </message>
    <message>
      <source>What should be shown here is not there</source>
      <translation>Wat hier te zien zou moeten zijn, is er niet</translation>
    </message>
    <message>
      <source>What stands between the two lines of --- in {path} cannot be read, so nobody knows whether it is for you alone, and it cannot leave. Mend it there first.</source>
      <translation>Wat in {path} tussen de twee regels met --- staat, is niet te lezen. Of het alleen voor jou is, weet dus niemand, en daarom gaat het niet naar buiten. Herstel het daar eerst.</translation>
    </message>
    <message>
      <source>What stands in the source now cannot be asked for here.</source>
      <translation>Wat er nu in de bron staat, is hier niet te vragen.</translation>
    </message>
    <message>
      <source>What stands there is kept as a draft of its own.</source>
      <translation>Wat daar staat, is bewaard als een eigen concept.</translation>
    </message>
    <message>
      <source>What the draft says of itself was changed.</source>
      <translation>Wat het concept over zichzelf zegt, is veranderd.</translation>
    </message>
    <message>
      <source>What the feed is called</source>
      <translation>Hoe de feed heet</translation>
    </message>
    <message>
      <source>What this is about, in a sentence</source>
      <translation>Waar dit over gaat, in één zin</translation>
    </message>
    <message>
      <source>What value do you add?</source>
      <translation>Wat voeg je toe?</translation>
    </message>
    <message>
      <source>What was changed in many files</source>
      <translation>Wat er in veel bestanden is gewijzigd</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Wat gevonden is</translation>
    </message>
    <message>
      <source>What was placed at “{outlet}” by hand cannot be asked for there.</source>
      <translation>Wat bij “{outlet}” met de hand is klaargezet, kan daar niet worden nagevraagd.</translation>
    </message>
    <message>
      <source>What was said, and whether it may be shared.</source>
      <translation>Wat er gezegd werd, en of je het mag delen.</translation>
    </message>
    <message>
      <source>What was sent is no longer found at {outlet}, so it cannot be compared. As you said, it can be read at {address}.</source>
      <translation>Wat is verstuurd, is op {outlet} niet meer te vinden, dus vergelijken kan niet. Zoals je zei, is het te lezen op {address}.</translation>
    </message>
    <message>
      <source>What would come</source>
      <translation>Wat er zou komen</translation>
    </message>
    <message>
      <source>What would you like to find out?</source>
      <translation>Wat wil je te weten komen?</translation>
    </message>
    <message>
      <source>What would you like to find out? Open a note, an article or a highlight and press Q.</source>
      <translation>Wat wil je te weten komen? Open een notitie, artikel of markering en druk op Q.</translation>
    </message>
    <message>
      <source>What would you like to find out? Write it as one question.</source>
      <translation>Wat wil je te weten komen? Schrijf het als één vraag.</translation>
    </message>
    <message>
      <source>What you capture stands here: pages, files, books, talks, conversations. Press Ctrl+Shift+N.</source>
      <translation>Hier staat wat je vastlegt: pagina’s, bestanden, boeken, lezingen, gesprekken. Druk op Ctrl+Shift+N.</translation>
    </message>
    <message>
      <source>What you highlight waits here until you have said in your own words what it means to you.</source>
      <translation>Wat je markeert, wacht hier tot je in je eigen woorden hebt gezegd wat het voor je betekent.</translation>
    </message>
    <message>
      <source>What you highlight while reading is gathered here. Select some words in an article and press H.</source>
      <translation>Hier verzamel je wat je tijdens het lezen markeert. Selecteer woorden in een artikel en druk op H.</translation>
    </message>
    <message>
      <source>What you highlight while reading stands here, ready to be quoted with its credit.</source>
      <translation>Wat je tijdens het lezen markeert, staat hier klaar om met bronvermelding te citeren.</translation>
    </message>
    <message>
      <source>What you keep in the course of a week comes together here, to be passed on with its credits.</source>
      <translation>Wat je in de loop van een week bewaart, komt hier bij elkaar om door te geven, met bronvermelding.</translation>
    </message>
    <message>
      <source>What you keep is found again here. Press S on an article worth keeping.</source>
      <translation>Wat je bewaart, vind je hier terug. Druk op S bij een artikel dat je wilt bewaren.</translation>
    </message>
    <message>
      <source>What you kept this week and is in no draft yet.</source>
      <translation>Wat je deze week bewaarde en nog in geen concept staat.</translation>
    </message>
    <message>
      <source>What you kept, put in Later, highlighted or captured always stays.</source>
      <translation>Wat je bewaarde, in Later zette, markeerde of vastlegde, blijft altijd.</translation>
    </message>
    <message>
      <source>What you pasted at “{outlet}” by hand cannot be asked for there.</source>
      <translation>Wat je zelf bij “{outlet}” hebt geplakt, kan daar niet worden opgevraagd.</translation>
    </message>
    <message>
      <source>What you pasted there by hand cannot be asked for.</source>
      <translation>Wat je daar zelf plakte, kan niet worden opgevraagd.</translation>
    </message>
    <message>
      <source>What you type here is written nowhere.</source>
      <translation>Wat je hier typt, wordt nergens opgeschreven.</translation>
    </message>
    <message>
      <source>What you want to learn, with what you found on it.</source>
      <translation>Wat je wilt leren, met wat je erover vond.</translation>
    </message>
    <message>
      <source>What you want to read at another moment waits here. Press L on an article.</source>
      <translation>Wat je op een ander moment wilt lezen, wacht hier. Druk op L bij een artikel.</translation>
    </message>
    <message>
      <source>What {host} sent is not a proper answer, so it was not used.</source>
      <translation>Wat {host} stuurde is geen goed antwoord, dus het is niet gebruikt.</translation>
    </message>
    <message>
      <source>What {host} sent is packed in a way that cannot be read ({why}).</source>
      <translation>Wat {host} stuurde is zo ingepakt dat het niet te lezen is ({why}).</translation>
    </message>
    <message>
      <source>What {host} sent needs more memory than there is, and was given up.</source>
      <translation>Wat {host} stuurde vraagt meer geheugen dan er is en is opgegeven.</translation>
    </message>
    <message>
      <source>When something came in while you were elsewhere, the system says how many articles.</source>
      <translation>Als er iets binnenkwam terwijl je ergens anders was, meldt het systeem hoeveel artikelen.</translation>
    </message>
    <message>
      <source>Where can it be read?</source>
      <translation>Waar is het te lezen?</translation>
    </message>
    <message>
      <source>Where can it be read? https://…</source>
      <translation>Waar is het te lezen? https://…</translation>
    </message>
    <message>
      <source>Where does this come from?</source>
      <translation>Waar komt dit vandaan?</translation>
    </message>
    <message>
      <source>Where the highlight {id} sits is written already.</source>
      <translation>Waar de markering {id} staat, is al vastgelegd.</translation>
    </message>
    <message>
      <source>Where to begin</source>
      <translation>Waar je begint</translation>
    </message>
    <message>
      <source>Where your things are</source>
      <translation>Waar je spullen staan</translation>
    </message>
    <message>
      <source>Which question becomes a chapter?</source>
      <translation>Welke vraag wordt een hoofdstuk?</translation>
    </message>
    <message>
      <source>Which question does this serve?</source>
      <translation>Aan welke vraag draagt dit bij?</translation>
    </message>
    <message>
      <source>Who answered?</source>
      <translation>Wie reageerde?</translation>
    </message>
    <message>
      <source>Who made this, with commas between</source>
      <translation>Wie dit maakte, met komma’s ertussen</translation>
    </message>
    <message>
      <source>Whom would you like to follow?</source>
      <translation>Wie wil je volgen?</translation>
    </message>
    <message>
      <source>Why I follow</source>
      <translation>Waarom ik volg</translation>
    </message>
    <message>
      <source>Why I follow {title}</source>
      <translation>Waarom ik {title} volg</translation>
    </message>
    <message>
      <source>Why I follow…</source>
      <translation>Waarom ik volg…</translation>
    </message>
    <message>
      <source>Why do you follow them?</source>
      <translation>Waarom volg je deze bron?</translation>
    </message>
    <message>
      <source>Wide</source>
      <translation>Breed</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>Breedte</translation>
    </message>
    <message>
      <source>With commas between</source>
      <translation>Met komma’s ertussen</translation>
    </message>
    <message>
      <source>With its pictures “{title}” is a mail of {size} MB, and mailboxes take {most}. Make its pictures smaller, or take some out.</source>
      <translation>Met de afbeeldingen erbij wordt “{title}” een mail van {size} MB, en een mailbox neemt er {most}. Maak de afbeeldingen kleiner, of haal er een paar uit.</translation>
    </message>
    <message>
      <source>With whom</source>
      <translation>Met wie</translation>
    </message>
    <message>
      <source>Without a title</source>
      <translation>Zonder titel</translation>
    </message>
    <message>
      <source>Without its password {name} was not asked.</source>
      <translation>Zonder het wachtwoord is {name} niet gevraagd.</translation>
    </message>
    <message>
      <source>Word (*.docx)</source>
      <translation>Word (*.docx)</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Woorden</translation>
    </message>
    <message>
      <source>Words that keep an article out of the inbox</source>
      <translation>Woorden die een artikel uit Nieuw houden</translation>
    </message>
    <message>
      <source>Words, dates and numbers of PKM, at once. What you wrote stays as you wrote it.</source>
      <translation>Woorden, datums en getallen van PKM, meteen. Wat je schreef blijft zoals je het schreef.</translation>
    </message>
    <message>
      <source>Words, or narrow: tag: author: before: is:private</source>
      <translation>Woorden, of met tag: auteur: tot: is:privé</translation>
    </message>
    <message>
      <source>Working out loud</source>
      <translation>Hardop werken</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>Schrijven</translation>
    </message>
    <message>
      <source>Write a note</source>
      <translation>Een notitie schrijven</translation>
    </message>
    <message>
      <source>Write about it</source>
      <translation>Erover schrijven</translation>
    </message>
    <message>
      <source>Write beside the article</source>
      <translation>Schrijven naast het artikel</translation>
    </message>
    <message>
      <source>Write on this page</source>
      <translation>Op deze pagina schrijven</translation>
    </message>
    <message>
      <source>Write that note, or change the link.</source>
      <translation>Schrijf die notitie, of wijzig de link.</translation>
    </message>
    <message>
      <source>Write the file</source>
      <translation>Bestand schrijven</translation>
    </message>
    <message>
      <source>Write your words on a highlight</source>
      <translation>Je woorden bij een markering schrijven</translation>
    </message>
    <message>
      <source>Writing {path}</source>
      <translation>{path} maken</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation>Bezig…</translation>
    </message>
    <message>
      <source>Written: {name}</source>
      <translation>Geschreven: {name}</translation>
    </message>
    <message>
      <source>Written: {path}.</source>
      <translation>Geschreven: {path}.</translation>
    </message>
    <message>
      <source>Year</source>
      <translation>Jaar</translation>
    </message>
    <message>
      <source>Yes, with the name</source>
      <translation>Ja, met de naam</translation>
    </message>
    <message>
      <source>Yes, without the name</source>
      <translation>Ja, zonder de naam</translation>
    </message>
    <message>
      <source>You do not follow {address} any more.</source>
      <translation>Je volgt {address} niet meer.</translation>
    </message>
    <message>
      <source>You follow no feed “{name}”. `feeds` lists those you follow.</source>
      <translation>Je volgt geen bron “{name}”. `feeds` toont die je volgt.</translation>
    </message>
    <message numerus="yes">
      <source>You follow {title}. %n new article(s).</source>
      <translation>
        <numerusform>Je volgt {title}. %n nieuw artikel.</numerusform>
        <numerusform>Je volgt {title}. %n nieuwe artikelen.</numerusform>
      </translation>
    </message>
    <message>
      <source>You follow “{title}” already.</source>
      <translation>Je volgt “{title}” al.</translation>
    </message>
    <message>
      <source>You have highlighted nothing in “{title}”, so there is no other version of it.</source>
      <translation>Je hebt niets gemarkeerd in “{title}”, dus er is geen andere versie van.</translation>
    </message>
    <message>
      <source>You have no learning questions yet. Ask one in Today, and let what you read serve it.</source>
      <translation>Je hebt nog geen leervragen. Stel er een in Vandaag, en hang er iets aan dat je leest.</translation>
    </message>
    <message>
      <source>You have put all cards of this page away. The settings bring them back.</source>
      <translation>Je hebt alle kaarten van deze pagina weggezet. In de instellingen haal je ze terug.</translation>
    </message>
    <message>
      <source>You highlighted nothing of them yet.</source>
      <translation>Je hebt er nog niets van gemarkeerd.</translation>
    </message>
    <message>
      <source>You left the first steps. They go on where you were.</source>
      <translation>Je hebt de eerste stappen even laten liggen. Je gaat verder waar je was.</translation>
    </message>
    <message>
      <source>You may not make these there, so they stayed behind: {names}. Ask who keeps the site to make them; sending again adds them.</source>
      <translation>Deze mag je daar niet aanmaken, dus ze bleven achter: {names}. Vraag wie de site beheert om ze aan te maken; opnieuw versturen voegt ze toe.</translation>
    </message>
    <message>
      <source>You need a token that may create and update posts. A site that does not say that it keeps drafts is sent nothing.</source>
      <translation>Je hebt een token nodig dat berichten mag maken en bijwerken. Een site die niet zegt dat ze concepten bewaart, krijgt niets gestuurd.</translation>
    </message>
    <message>
      <source>You no longer follow this source.</source>
      <translation>Je volgt deze bron niet meer.</translation>
    </message>
    <message>
      <source>You no longer follow {title}. What you kept stays.</source>
      <translation>Je volgt {title} niet meer. Wat je hebt bewaard, blijft.</translation>
    </message>
    <message>
      <source>You wanted to look at this again.</source>
      <translation>Hier wilde je nog eens naar kijken.</translation>
    </message>
    <message>
      <source>You will meet this note again when you look back.</source>
      <translation>Je komt deze notitie weer tegen als je terugkijkt.</translation>
    </message>
    <message numerus="yes">
      <source>You wrote this %n year(s) ago. What would you say now?</source>
      <translation>
        <numerusform>Dit schreef je %n jaar geleden. Wat zou je nu zeggen?</numerusform>
        <numerusform>Dit schreef je %n jaar geleden. Wat zou je nu zeggen?</numerusform>
      </translation>
    </message>
    <message>
      <source>Your PKM folder</source>
      <translation>Je PKM-map</translation>
    </message>
    <message>
      <source>Your PKM folder: {folder}</source>
      <translation>Je PKM-map: {folder}</translation>
    </message>
    <message>
      <source>Your draft stands there now. Finish it there: {address}</source>
      <translation>Je concept staat daar nu. Maak het daar af: {address}</translation>
    </message>
    <message>
      <source>Your draft there is the same already: {address}</source>
      <translation>Je concept daar is al gelijk: {address}</translation>
    </message>
    <message>
      <source>Your draft there is up to date: {address}</source>
      <translation>Je concept daar is bijgewerkt: {address}</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Je naam</translation>
    </message>
    <message>
      <source>Your notes stand here, the latest first.</source>
      <translation>Hier staan je notities, de nieuwste bovenaan.</translation>
    </message>
    <message>
      <source>Your own feed</source>
      <translation>Je eigen feed</translation>
    </message>
    <message>
      <source>Your own, with = between: intervisie = peer consultation</source>
      <translation>Je eigen termen, met = ertussen: intervisie = peer consultation</translation>
    </message>
    <message>
      <source>Your text is copied: paste it at {name}. Once it is published there, say where under “Shared”.</source>
      <translation>Je tekst is gekopieerd: plak hem bij {name}. Zeg onder “Gedeeld” waar hij staat zodra hij gepubliceerd is.</translation>
    </message>
    <message>
      <source>Your words on this highlight</source>
      <translation>Jouw woorden bij deze markering</translation>
    </message>
    <message>
      <source>Your words on: {words}</source>
      <translation>Jouw woorden bij: {words}</translation>
    </message>
    <message>
      <source>Your words stand with the highlight.</source>
      <translation>Je woorden staan bij de markering.</translation>
    </message>
    <message>
      <source>Your words…</source>
      <translation>Jouw woorden…</translation>
    </message>
    <message>
      <source>a document</source>
      <translation>een document</translation>
    </message>
    <message>
      <source>a folder of notes</source>
      <translation>een map met notities</translation>
    </message>
    <message>
      <source>a list of subscriptions</source>
      <translation>een lijst met abonnementen</translation>
    </message>
    <message>
      <source>a tag in common</source>
      <translation>een tag gemeen</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>en nog %n</numerusform>
        <numerusform>en nog %n</numerusform>
      </translation>
    </message>
    <message>
      <source>animation blinking</source>
      <translation>animatie knipperen</translation>
    </message>
    <message>
      <source>answered</source>
      <translation>beantwoord</translation>
    </message>
    <message>
      <source>article</source>
      <translation>artikel</translation>
    </message>
    <message>
      <source>beside the eBook</source>
      <translation>naast het eBook</translation>
    </message>
    <message>
      <source>bold and italic</source>
      <translation>vet en cursief</translation>
    </message>
    <message numerus="yes">
      <source>book: %n word(s)</source>
      <translation>
        <numerusform>boek: %n woord</numerusform>
        <numerusform>boek: %n woorden</numerusform>
      </translation>
    </message>
    <message>
      <source>bookmarks of a browser</source>
      <translation>bladwijzers van een browser</translation>
    </message>
    <message>
      <source>boxes to tick</source>
      <translation>afvinkvakjes</translation>
    </message>
    <message>
      <source>callouts</source>
      <translation>kaders</translation>
    </message>
    <message>
      <source>came in</source>
      <translation>binnengekomen</translation>
    </message>
    <message>
      <source>changed on {date}</source>
      <translation>gewijzigd op {date}</translation>
    </message>
    <message>
      <source>chapter {number}</source>
      <translation>hoofdstuk {number}</translation>
    </message>
    <message>
      <source>chapters {number}</source>
      <translation>hoofdstukken {number}</translation>
    </message>
    <message>
      <source>chart statistics</source>
      <translation>grafiek cijfers</translation>
    </message>
    <message>
      <source>clean up old articles</source>
      <translation>oude artikelen opruimen</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>dicht</translation>
    </message>
    <message>
      <source>code</source>
      <translation>code</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>concept</translation>
    </message>
    <message>
      <source>eBook (*.epub)</source>
      <translation>eBook (*.epub)</translation>
    </message>
    <message>
      <source>font letters larger smaller</source>
      <translation>lettertype letters groter kleiner</translation>
    </message>
    <message>
      <source>footnotes</source>
      <translation>voetnoten</translation>
    </message>
    <message>
      <source>for later</source>
      <translation>voor later</translation>
    </message>
    <message>
      <source>git cannot work with {host}: {message}</source>
      <translation>git kan niet met {host} werken: {message}</translation>
    </message>
    <message>
      <source>git is not installed here, so nothing can be sent to a repository.</source>
      <translation>git is hier niet geïnstalleerd, dus er kan niets naar een repository.</translation>
    </message>
    <message>
      <source>given on</source>
      <translation>doorgegeven</translation>
    </message>
    <message>
      <source>gone</source>
      <translation>weg</translation>
    </message>
    <message>
      <source>headings</source>
      <translation>koppen</translation>
    </message>
    <message>
      <source>highlighter</source>
      <translation>markeerstift</translation>
    </message>
    <message>
      <source>highlights of Hypothesis</source>
      <translation>markeringen uit Hypothesis</translation>
    </message>
    <message>
      <source>highlights of Readwise</source>
      <translation>markeringen uit Readwise</translation>
    </message>
    <message>
      <source>introduction</source>
      <translation>inleiding</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>bewaard</translation>
    </message>
    <message>
      <source>last at {time}</source>
      <translation>laatst om {time}</translation>
    </message>
    <message>
      <source>linked</source>
      <translation>gelinkt</translation>
    </message>
    <message>
      <source>links</source>
      <translation>links</translation>
    </message>
    <message>
      <source>links in common</source>
      <translation>links gemeen</translation>
    </message>
    <message>
      <source>lists</source>
      <translation>lijsten</translation>
    </message>
    <message>
      <source>made yours</source>
      <translation>eigen gemaakt</translation>
    </message>
    <message>
      <source>more than {most} unread</source>
      <translation>meer dan {most} ongelezen</translation>
    </message>
    <message>
      <source>none</source>
      <translation>geen</translation>
    </message>
    <message>
      <source>not all was looked at: narrow it down</source>
      <translation>niet alles is bekeken: beperk je zoekopdracht</translation>
    </message>
    <message>
      <source>not used yet</source>
      <translation>nog niet gebruikt</translation>
    </message>
    <message>
      <source>note</source>
      <translation>notitie</translation>
    </message>
    <message>
      <source>nothing hangs on it yet</source>
      <translation>er hangt nog niets aan</translation>
    </message>
    <message>
      <source>nothing yet</source>
      <translation>nog niets</translation>
    </message>
    <message>
      <source>notifications</source>
      <translation>meldingen</translation>
    </message>
    <message>
      <source>open</source>
      <translation>open</translation>
    </message>
    <message>
      <source>person</source>
      <translation>persoon</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>afbeeldingen</translation>
    </message>
    <message>
      <source>placed</source>
      <translation>klaargezet</translation>
    </message>
    <message>
      <source>private</source>
      <translation>alleen voor mij</translation>
    </message>
    <message>
      <source>published</source>
      <translation>gepubliceerd</translation>
    </message>
    <message>
      <source>quiet</source>
      <translation>stil</translation>
    </message>
    <message>
      <source>quotations</source>
      <translation>citaten</translation>
    </message>
    <message>
      <source>refresh update network</source>
      <translation>ophalen bijwerken netwerk</translation>
    </message>
    <message>
      <source>source</source>
      <translation>bron</translation>
    </message>
    <message>
      <source>spelling dictionary</source>
      <translation>spelling woordenboek</translation>
    </message>
    <message>
      <source>tables</source>
      <translation>tabellen</translation>
    </message>
    <message numerus="yes">
      <source>the best %n are shown</source>
      <translation>
        <numerusform>het beste wordt getoond</numerusform>
        <numerusform>de beste %n worden getoond</numerusform>
      </translation>
    </message>
    <message>
      <source>the same in the other language</source>
      <translation>hetzelfde in de andere taal</translation>
    </message>
    <message>
      <source>theme colours night</source>
      <translation>thema kleuren nacht</translation>
    </message>
    <message>
      <source>this source</source>
      <translation>deze bron</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>ongelezen</translation>
    </message>
    <message>
      <source>used</source>
      <translation>gebruikt</translation>
    </message>
    <message>
      <source>what was kept in Instapaper</source>
      <translation>wat in Instapaper bewaard is</translation>
    </message>
    <message>
      <source>what was kept in Pocket</source>
      <translation>wat in Pocket bewaard is</translation>
    </message>
    <message>
      <source>words in common</source>
      <translation>woorden gemeen</translation>
    </message>
    <message>
      <source>your own</source>
      <translation>van jou</translation>
    </message>
    <message>
      <source>zoom larger smaller letters</source>
      <translation>zoom groter kleiner letters</translation>
    </message>
    <message>
      <source>{count} feeds vanished from subscriptions.opml at once. They stay followed, and are written back when you next follow or unfollow; unfollow those you no longer want.</source>
      <translation>{count} bronnen zijn in één keer uit subscriptions.opml verdwenen. Je blijft ze volgen, en ze worden teruggeschreven zodra je weer iemand volgt of ontvolgt; ontvolg wie je niet meer wilt.</translation>
    </message>
    <message>
      <source>{count} files are gone from your PKM folder at once, or empty. Nothing was done about it: if a synchroniser is at work, wait for it; if you removed them yourself, restore or remove the rest there.</source>
      <translation>{count} bestanden zijn in één keer uit je PKM-map verdwenen of leeg geworden. Er is niets mee gedaan: is er een synchronisatie bezig, wacht dan; heb je ze zelf verwijderd, zet ze dan terug of verwijder daar ook de rest.</translation>
    </message>
    <message>
      <source>{count} files are gone from your PKM folder: {names}. `pkm history` can put them back.</source>
      <translation>{count} bestanden zijn uit je PKM-map verdwenen: {names}. `pkm history` kan ze terugzetten.</translation>
    </message>
    <message>
      <source>{count} files were taken in from “{folder}”.</source>
      <translation>{count} bestanden zijn overgenomen uit “{folder}”.</translation>
    </message>
    <message>
      <source>{count} lines of {path} cannot be read and were passed over; the other marks count.</source>
      <translation>{count} regels van {path} zijn onleesbaar en overgeslagen; de andere kenmerken tellen.</translation>
    </message>
    <message>
      <source>{count} of its pictures did not come: {reason}</source>
      <translation>{count} van de afbeeldingen kwamen niet: {reason}</translation>
    </message>
    <message>
      <source>{count} searches are saved; forget one first.</source>
      <translation>Er zijn al {count} zoekopdrachten bewaard; vergeet er eerst een.</translation>
    </message>
    <message>
      <source>{count} sources were taken in from {kind}.</source>
      <translation>{count} bronnen zijn overgenomen uit {kind}.</translation>
    </message>
    <message>
      <source>{day} afternoon</source>
      <translation>{day}middag</translation>
    </message>
    <message>
      <source>{day} evening</source>
      <translation>{day}avond</translation>
    </message>
    <message>
      <source>{day} morning</source>
      <translation>{day}ochtend</translation>
    </message>
    <message>
      <source>{first} {second}</source>
      <translation>{first} {second}</translation>
    </message>
    <message>
      <source>{folder} and the PKM folder {vault} may not lie inside one another: choose another place with --data or --vault.</source>
      <translation>{folder} en de PKM-map {vault} mogen niet in elkaar liggen: kies een andere plek met --data of --vault.</translation>
    </message>
    <message>
      <source>{folder} is a file. Choose a folder.</source>
      <translation>{folder} is een bestand. Kies een map.</translation>
    </message>
    <message>
      <source>{folder} is not a folder.</source>
      <translation>{folder} is geen map.</translation>
    </message>
    <message>
      <source>{folder} is the sample library. Choose a folder of your own.</source>
      <translation>{folder} is de voorbeeldbibliotheek. Kies een eigen map.</translation>
    </message>
    <message>
      <source>{host} broke the connection off.</source>
      <translation>{host} verbrak de verbinding.</translation>
    </message>
    <message>
      <source>{host} cannot be reached from here.</source>
      <translation>{host} is van hier niet te bereiken.</translation>
    </message>
    <message>
      <source>{host} cannot do it at the moment ({status}): try again later.</source>
      <translation>{host} kan het nu niet ({status}): probeer het later opnieuw.</translation>
    </message>
    <message>
      <source>{host} did not answer in full within {seconds} seconds.</source>
      <translation>{host} gaf binnen {seconds} seconden geen volledig antwoord.</translation>
    </message>
    <message>
      <source>{host} did not answer; on this computer a script ({script}) chooses the proxy, which PKM does not run: set HTTPS_PROXY to the address of the proxy.</source>
      <translation>{host} antwoordde niet; op deze computer kiest een script ({script}) de proxy, en dat voert PKM niet uit: zet het adres van de proxy in HTTPS_PROXY.</translation>
    </message>
    <message>
      <source>{host} did not keep it as a draft ({status}): look at {url}</source>
      <translation>{host} heeft het niet als concept bewaard ({status}): kijk op {url}</translation>
    </message>
    <message>
      <source>{host} does not accept this password for {user}. It wants the e-mail address of the account and an API token of it (id.atlassian.com, Security).</source>
      <translation>{host} aanvaardt dit wachtwoord voor {user} niet. Het wil het e-mailadres van het account en een API-token ervan (id.atlassian.com, Security).</translation>
    </message>
    <message>
      <source>{host} does not accept this password for {user}. Make a bot password there (Special:BotPasswords) with the rights to edit and create pages, and give its whole user name, which has an @ in it.</source>
      <translation>{host} aanvaardt dit wachtwoord voor {user} niet. Maak daar een botwachtwoord (Speciaal:BotPasswords) dat pagina’s mag bewerken en aanmaken, en geef de hele gebruikersnaam ervan, met een @ erin.</translation>
    </message>
    <message>
      <source>{host} does not accept this password for {user}. Make an application password there, under Users &gt; Profile; the password for logging in does not do.</source>
      <translation>{host} aanvaardt dit wachtwoord voor {user} niet. Maak daar een applicatiewachtwoord, onder Gebruikers &gt; Profiel; het wachtwoord om in te loggen werkt hier niet.</translation>
    </message>
    <message>
      <source>{host} does not accept this password for {user}. Some providers want a password made for programs, in the settings of the account.</source>
      <translation>{host} aanvaardt dit wachtwoord voor {user} niet. Sommige aanbieders willen een wachtwoord voor programma’s, uit de instellingen van het account.</translation>
    </message>
    <message>
      <source>{host} does not accept this password: it wants a token that may create and update posts.</source>
      <translation>{host} aanvaardt dit wachtwoord niet: het wil een token dat berichten mag maken en bijwerken.</translation>
    </message>
    <message>
      <source>{host} does not accept this password: it wants the Admin API key of a custom integration (in Ghost: Settings, Integrations), or the clock of this computer is wrong.</source>
      <translation>{host} aanvaardt dit wachtwoord niet: het wil de Admin API-sleutel van een eigen integratie (in Ghost: Settings, Integrations), of de klok van deze computer loopt verkeerd.</translation>
    </message>
    <message>
      <source>{host} does not answer as a Confluence does, so nothing can be done there.</source>
      <translation>{host} antwoordt niet zoals een Confluence dat doet, dus daar kan niets gebeuren.</translation>
    </message>
    <message>
      <source>{host} does not answer as a Ghost does, so nothing can be done there.</source>
      <translation>{host} antwoordt niet zoals een Ghost dat doet, dus daar kan niets gebeuren.</translation>
    </message>
    <message>
      <source>{host} does not answer as a MediaWiki does, so nothing can be done there.</source>
      <translation>{host} antwoordt niet zoals een MediaWiki dat doet, dus daar kan niets gebeuren.</translation>
    </message>
    <message>
      <source>{host} does not answer as a Micropub server does, so nothing can be done there.</source>
      <translation>{host} antwoordt niet zoals een Micropub-server dat doet, dus daar kan niets gebeuren.</translation>
    </message>
    <message>
      <source>{host} does not answer as a WordPress does, so nothing can be done there.</source>
      <translation>{host} antwoordt niet zoals WordPress dat doet, dus daar kan niets worden gedaan.</translation>
    </message>
    <message>
      <source>{host} does not answer as a mail server does, or broke off, so nothing is known of it. Look there before sending again.</source>
      <translation>{host} antwoordt niet zoals een mailserver dat doet, of hing op, dus er is niets over bekend. Kijk daar voordat je opnieuw verstuurt.</translation>
    </message>
    <message>
      <source>{host} does not let us see this address ({status}).</source>
      <translation>{host} laat ons dit adres niet zien ({status}).</translation>
    </message>
    <message>
      <source>{host} does not say that it keeps drafts, and might publish at once. Nothing was sent.</source>
      <translation>{host} zegt niet dat het concepten bewaart en zou meteen kunnen publiceren. Er is niets verstuurd.</translation>
    </message>
    <message>
      <source>{host} does not take the picture “{name}”: {message}</source>
      <translation>{host} neemt de afbeelding “{name}” niet aan: {message}</translation>
    </message>
    <message>
      <source>{host} gets more requests than it wants, and asks to wait {minutes} minutes.</source>
      <translation>{host} krijgt meer verzoeken dan het wil, en vraagt {minutes} minuten te wachten.</translation>
    </message>
    <message>
      <source>{host} gets more requests than it wants, and asks to wait {seconds} seconds.</source>
      <translation>{host} krijgt meer verzoeken dan het wil, en vraagt {seconds} seconden te wachten.</translation>
    </message>
    <message>
      <source>{host} gives an answer that cannot be used ({status}).</source>
      <translation>{host} geeft een antwoord dat niet te gebruiken is ({status}).</translation>
    </message>
    <message>
      <source>{host} gives no usable address of its API.</source>
      <translation>{host} geeft geen bruikbaar adres van zijn API.</translation>
    </message>
    <message>
      <source>{host} gives no usable address of its Micropub endpoint.</source>
      <translation>{host} geeft geen bruikbaar Micropub-adres.</translation>
    </message>
    <message>
      <source>{host} gives no usable address of its REST API.</source>
      <translation>{host} geeft geen bruikbaar adres van zijn REST API.</translation>
    </message>
    <message>
      <source>{host} has a fault of its own at the moment ({status}): try again later.</source>
      <translation>{host} heeft nu zelf een storing ({status}): probeer het later opnieuw.</translation>
    </message>
    <message>
      <source>{host} has application passwords switched off: ask its administrator, or look at its security plugins.</source>
      <translation>{host} heeft applicatiewachtwoorden uitgezet: vraag de beheerder, of kijk naar de beveiligingsplugins.</translation>
    </message>
    <message>
      <source>{host} has nothing at this address (404): check it, or look for a new one.</source>
      <translation>{host} heeft niets op dit adres (404): controleer het, of zoek een nieuw.</translation>
    </message>
    <message>
      <source>{host} is asked over http, where anybody on the way can read the password: give its address with https.</source>
      <translation>{host} wordt over http gevraagd, waar iedereen onderweg het wachtwoord kan lezen: geef het adres met https.</translation>
    </message>
    <message>
      <source>{host} is on this machine or a private network, and is only fetched when you give that address yourself.</source>
      <translation>{host} staat op deze computer of in een privénetwerk, en wordt alleen opgehaald als je dat adres zelf geeft.</translation>
    </message>
    <message>
      <source>{host} keeps its API at {other}. If that is yours, give https://{other}/ as the address.</source>
      <translation>{host} heeft zijn API bij {other}. Is dat van jou, geef dan https://{other}/ als adres.</translation>
    </message>
    <message>
      <source>{host} keeps its Micropub endpoint at {other}. If that is yours, give its address to the outlet.</source>
      <translation>{host} heeft zijn Micropub-adres bij {other}. Is dat van jou, geef dan dat adres op voor het kanaal.</translation>
    </message>
    <message>
      <source>{host} keeps its REST API at {other}. If that is yours, give https://{other}/ as the address.</source>
      <translation>{host} heeft zijn REST API op {other}. Is dat van jou, geef dan https://{other}/ als adres.</translation>
    </message>
    <message>
      <source>{host} keeps pictures at {other}, where this password does not belong. Take the picture for the whole out of the draft, and place it there by hand.</source>
      <translation>{host} bewaart afbeeldingen op {other}, waar dit wachtwoord niet thuishoort. Haal de afbeelding bij het geheel uit het concept en plaats haar daar met de hand.</translation>
    </message>
    <message>
      <source>{host} now answers at {address}: give that address to the outlet.</source>
      <translation>{host} antwoordt nu op {address}: geef het kanaal dat adres.</translation>
    </message>
    <message>
      <source>{host} offers its REST API over http only, where anybody on the way can read the password: set the site’s address to https in its general settings.</source>
      <translation>{host} biedt zijn REST API alleen over http aan, waar iedereen onderweg het wachtwoord kan lezen: zet het adres van de site op https in de algemene instellingen.</translation>
    </message>
    <message>
      <source>{host} offers no secure connection, so the password was not sent. Ask for its address with imaps.</source>
      <translation>{host} biedt geen beveiligde verbinding, dus het wachtwoord is niet verstuurd. Vraag naar het adres met imaps.</translation>
    </message>
    <message>
      <source>{host} refuses: {message}</source>
      <translation>{host} weigert: {message}</translation>
    </message>
    <message>
      <source>{host} says this address is gone for good.</source>
      <translation>{host} zegt dat dit adres voorgoed weg is.</translation>
    </message>
    <message>
      <source>{host} sends more than {megabytes} MB, which is more than is taken in.</source>
      <translation>{host} stuurt meer dan {megabytes} MB, en dat is meer dan er wordt aangenomen.</translation>
    </message>
    <message>
      <source>{host} sends us on and on, and never to a site.</source>
      <translation>{host} stuurt ons steeds door, en nooit naar een site.</translation>
    </message>
    <message>
      <source>{host} sends us on and on: after {times} redirects there was still no answer.</source>
      <translation>{host} stuurt ons steeds door: na {times} keer was er nog geen antwoord.</translation>
    </message>
    <message>
      <source>{host} shows the certificate of another host, so nothing was fetched.</source>
      <translation>{host} toont het certificaat van een andere host, dus er is niets opgehaald.</translation>
    </message>
    <message>
      <source>{host} takes no application passwords over http, unless its WP_ENVIRONMENT_TYPE is “local”: use https.</source>
      <translation>{host} neemt over http geen applicatiewachtwoorden aan, tenzij WP_ENVIRONMENT_TYPE daar “local” is: gebruik https.</translation>
    </message>
    <message>
      <source>{host} took the draft and cannot show it: look there before sending it again.</source>
      <translation>{host} heeft het concept aangenomen en kan het niet tonen: kijk daar voor je het opnieuw verstuurt.</translation>
    </message>
    <message>
      <source>{host} was too busy with our other requests to be asked in time.</source>
      <translation>{host} had het te druk met onze andere verzoeken om op tijd te antwoorden.</translation>
    </message>
    <message>
      <source>{key} is the key of “{words}”. Take it away there first, or choose another.</source>
      <translation>{key} is de toets van “{words}”. Haal hem daar eerst weg, of kies een andere.</translation>
    </message>
    <message>
      <source>{key} is written where “{words}” is wanted; choose a key with Ctrl, or another that writes nothing.</source>
      <translation>{key} komt in de tekst te staan waar je “{words}” wilt; kies een toets met Ctrl, of een andere die niets schrijft.</translation>
    </message>
    <message>
      <source>{key} moves, edits, closes or opens a menu everywhere; choose another key.</source>
      <translation>{key} verplaatst, bewerkt, sluit of opent een menu, overal; kies een andere toets.</translation>
    </message>
    <message>
      <source>{length} of {limit} characters</source>
      <translation>{length} van {limit} tekens</translation>
    </message>
    <message>
      <source>{menu}: {words}, key {key}</source>
      <translation>{menu}: {words}, toets {key}</translation>
    </message>
    <message>
      <source>{number} of {total}</source>
      <translation>{number} van {total}</translation>
    </message>
    <message>
      <source>{page} has {count} feeds; follow the one you want by its address: {feeds}</source>
      <translation>{page} heeft {count} feeds; volg de feed die je wilt met zijn adres: {feeds}</translation>
    </message>
    <message>
      <source>{page} is a site without a feed: its page names none, and none was found at {tried}. If you know the address of its feed, give that.</source>
      <translation>{page} is een site zonder feed: de pagina noemt er geen, en op {tried} is er geen gevonden. Weet je het adres van de feed, geef dat dan.</translation>
    </message>
    <message>
      <source>{path} cannot be changed now: {reason}.</source>
      <translation>{path} kan nu niet worden veranderd: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be looked at, so what is known of it stays: {reason}.</source>
      <translation>{path} kan niet worden bekeken, dus wat ervan bekend is blijft: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be moved: too many files have its name there already.</source>
      <translation>{path} kan niet worden verplaatst: daar hebben al te veel bestanden die naam.</translation>
    </message>
    <message>
      <source>{path} cannot be moved: {reason}. It is where it was.</source>
      <translation>{path} kan niet worden verplaatst: {reason}. Het staat waar het stond.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason} Mend it or put an earlier version back; nothing was changed.</source>
      <translation>{path} kan niet worden gelezen: {reason} Herstel het of zet een eerdere versie terug; er is niets veranderd.</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>{path} kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be understood. Take it away; the files it speaks of stay as they are.</source>
      <translation>{path} is niet te begrijpen. Haal het weg; de bestanden waarover het gaat blijven zoals ze zijn.</translation>
    </message>
    <message>
      <source>{path} cannot be understood: {reason}. Mend it or put an earlier version back; nothing was changed.</source>
      <translation>{path} is niet te begrijpen: {reason}. Herstel het of zet een eerdere versie terug; er is niets veranderd.</translation>
    </message>
    <message>
      <source>{path} cannot be unpacked: {reason}.</source>
      <translation>{path} kan niet worden uitgepakt: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be used: {reason}.</source>
      <translation>{path} kan niet worden gebruikt: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be used: {reason}. Nothing was changed.</source>
      <translation>{path} is niet te gebruiken: {reason}. Er is niets gewijzigd.</translation>
    </message>
    <message>
      <source>{path} cannot be written: {reason}.</source>
      <translation>{path} kan niet worden geschreven: {reason}.</translation>
    </message>
    <message>
      <source>{path} could not be saved: another program keeps changing it. Try again.</source>
      <translation>{path} kon niet worden opgeslagen: een ander programma blijft het veranderen. Probeer het opnieuw.</translation>
    </message>
    <message>
      <source>{path} exists already; choose another name.</source>
      <translation>{path} bestaat al; kies een andere naam.</translation>
    </message>
    <message>
      <source>{path} exists already; give --force to write over it.</source>
      <translation>{path} bestaat al; geef --force om eroverheen te schrijven.</translation>
    </message>
    <message>
      <source>{path} is a copy with the id of {other}. Take the lines “id” and “outlets” out of it, then publish it as a draft of its own.</source>
      <translation>{path} is een kopie met het kenmerk van {other}. Haal de regels “id” en “outlets” eruit, en verstuur het dan als eigen concept.</translation>
    </message>
    <message>
      <source>{path} is a device, not a file; name a file.</source>
      <translation>{path} is een apparaat, geen bestand; noem een bestand.</translation>
    </message>
    <message>
      <source>{path} is a folder; an export of {kind} is a file.</source>
      <translation>{path} is een map; een export van {kind} is een bestand.</translation>
    </message>
    <message>
      <source>{path} is a folder; name a file in it.</source>
      <translation>{path} is een map; noem een bestand erin.</translation>
    </message>
    <message>
      <source>{path} is gone: another program removed it. It can be put back from the history.</source>
      <translation>{path} is weg: een ander programma heeft het verwijderd. Het kan uit de geschiedenis worden teruggezet.</translation>
    </message>
    <message>
      <source>{path} is held by another program, so nothing was changed. Close it there, or wait until it has been synchronised, and try again.</source>
      <translation>{path} wordt vastgehouden door een ander programma, dus er is niets veranderd. Sluit het daar, of wacht tot het gesynchroniseerd is, en probeer het opnieuw.</translation>
    </message>
    <message>
      <source>{path} is larger than 64 MB, too large for a text.</source>
      <translation>{path} is groter dan 64 MB, te groot voor een tekst.</translation>
    </message>
    <message>
      <source>{path} is larger than 64 MB, too large to be taken in.</source>
      <translation>{path} is groter dan 64 MB, te groot om vast te leggen.</translation>
    </message>
    <message>
      <source>{path} is no backup of PKM, or it is damaged: {reason}.</source>
      <translation>{path} is geen reservekopie van PKM, of is beschadigd: {reason}.</translation>
    </message>
    <message>
      <source>{path} is no folder; {kind} is one.</source>
      <translation>{path} is geen map; {kind} is dat wel.</translation>
    </message>
    <message>
      <source>{path} is no name of a file: it is not text in UTF-8.</source>
      <translation>{path} is geen bestandsnaam: het is geen tekst in UTF-8.</translation>
    </message>
    <message>
      <source>{path} is not an empty folder; name a new one.</source>
      <translation>{path} is geen lege map; noem een nieuwe.</translation>
    </message>
    <message>
      <source>{path} is not an ordinary file.</source>
      <translation>{path} is geen gewoon bestand.</translation>
    </message>
    <message>
      <source>{path} is not there any more, so this cannot be taken back.</source>
      <translation>{path} is er niet meer, dus dit is niet terug te draaien.</translation>
    </message>
    <message>
      <source>{path} is read-only, or the disk it is on, so it was not changed.</source>
      <translation>{path} is alleen-lezen, of de schijf waar het op staat, dus het is niet veranderd.</translation>
    </message>
    <message>
      <source>{path} is there already.</source>
      <translation>{path} is er al.</translation>
    </message>
    <message>
      <source>{path} is too large for a picture of a note. Make it smaller first.</source>
      <translation>{path} is te groot als afbeelding bij een notitie. Maak hem eerst kleiner.</translation>
    </message>
    <message>
      <source>{path} is too large to be read.</source>
      <translation>{path} is te groot om te lezen.</translation>
    </message>
    <message>
      <source>{path} is written in a way that PKM cannot edit. Change it by hand.</source>
      <translation>{path} is zo geschreven dat PKM het niet kan bewerken. Verander het met de hand.</translation>
    </message>
    <message>
      <source>{path} is your PKM folder, or one of the two lies in the other. An Obsidian vault opens as it is: pkm --vault {path}</source>
      <translation>{path} is je PKM-map, of een van de twee ligt in de andere. Een Obsidian-map opent zoals die is: pkm --vault {path}</translation>
    </message>
    <message>
      <source>{path} leads out of the site’s folder, so nothing is written there.</source>
      <translation>{path} leidt uit de map van de site, dus daar wordt niets geschreven.</translation>
    </message>
    <message>
      <source>{path} leads out of your PKM folder.</source>
      <translation>{path} wijst buiten je PKM-map.</translation>
    </message>
    <message>
      <source>{path} lies in what is to be backed up; choose a place outside it.</source>
      <translation>{path} ligt in wat gekopieerd moet worden; kies een plek daarbuiten.</translation>
    </message>
    <message>
      <source>{path} lies in your PKM folder already.</source>
      <translation>{path} ligt al in je PKM-map.</translation>
    </message>
    <message>
      <source>{path} lies in your PKM folder; choose a place outside it.</source>
      <translation>{path} ligt in je PKM-map; kies een plek daarbuiten.</translation>
    </message>
    <message>
      <source>{path} was changed by another program at the same moment. Your change was saved; the other list is in {copy}.</source>
      <translation>{path} is op hetzelfde moment door een ander programma veranderd. Jouw wijziging is opgeslagen; de andere lijst staat in {copy}.</translation>
    </message>
    <message>
      <source>{path} was changed by another program at the same moment. Your change was saved; the other version is in {copy}.</source>
      <translation>{path} is op hetzelfde moment door een ander programma veranderd. Jouw wijziging is opgeslagen; de andere versie staat in {copy}.</translation>
    </message>
    <message>
      <source>{path} was changed meanwhile, so nothing was linked. Look again.</source>
      <translation>{path} is intussen gewijzigd, dus er is niets gelinkt. Kijk opnieuw.</translation>
    </message>
    <message>
      <source>{path} was changed meanwhile, so the link stayed. Look again.</source>
      <translation>{path} is intussen gewijzigd, dus de link bleef staan. Kijk opnieuw.</translation>
    </message>
    <message>
      <source>{path} was changed on two devices at once; what both said stands in it now.</source>
      <translation>{path} is op twee apparaten tegelijk gewijzigd; wat in beide stond, staat er nu in.</translation>
    </message>
    <message>
      <source>{path} was not saved: its folder is not there.</source>
      <translation>{path} is niet opgeslagen: de map is er niet.</translation>
    </message>
    <message>
      <source>{path} was not saved: {reason}. The file is as it was.</source>
      <translation>{path} is niet opgeslagen: {reason}. Het bestand is zoals het was.</translation>
    </message>
    <message>
      <source>{percent}% of the words are quoted.</source>
      <translation>{percent}% van de woorden is geciteerd.</translation>
    </message>
    <message>
      <source>{percent}% quoted</source>
      <translation>{percent}% geciteerd</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{reason} Give it with --secret-stdin at each use. Nothing was kept.</source>
      <translation>{reason} Geef het bij elk gebruik met --secret-stdin. Er is niets bewaard.</translation>
    </message>
    <message>
      <source>{reason} Give the password of “{name}” with --secret-stdin.</source>
      <translation>{reason} Geef het wachtwoord van “{name}” met --secret-stdin.</translation>
    </message>
    <message>
      <source>{title} answers as it should.</source>
      <translation>{title} antwoordt zoals het hoort.</translation>
    </message>
    <message>
      <source>{title} is at its new address now.</source>
      <translation>{title} staat nu op het nieuwe adres.</translation>
    </message>
    <message>
      <source>{user} may not do this at {host}: the post is published already, or belongs to somebody else.</source>
      <translation>{user} mag dit op {host} niet: het bericht is al gepubliceerd, of is van iemand anders.</translation>
    </message>
    <message>
      <source>{user} may not do this in the space {space} at {host}.</source>
      <translation>{user} mag dit niet in de ruimte {space} bij {host}.</translation>
    </message>
    <message>
      <source>{user} may not write pages at {host}: the bot password needs the rights to edit and to create pages.</source>
      <translation>{user} mag geen pagina’s schrijven bij {host}: het botwachtwoord moet pagina’s mogen bewerken en aanmaken.</translation>
    </message>
    <message>
      <source>{user} may not write posts at {host}: ask its administrator for the role of contributor or author.</source>
      <translation>{user} mag op {host} geen berichten schrijven: vraag de beheerder om de rol van schrijver of auteur.</translation>
    </message>
    <message>
      <source>{vanished} of {known} files vanished and {emptied} are empty all at once, as when a folder is only half synchronised. They are remembered until you say that this is meant.</source>
      <translation>{vanished} van {known} bestanden zijn in één keer verdwenen en {emptied} zijn leeg, zoals bij een half gesynchroniseerde map. Ze blijven onthouden tot je zegt dat het de bedoeling is.</translation>
    </message>
    <message>
      <source>“{about}” says what its second version said.</source>
      <translation>In “{about}” staat nu wat in de tweede versie stond.</translation>
    </message>
    <message>
      <source>“{about}” stays as it is; its second version went to the trash.</source>
      <translation>“{about}” blijft zoals het is; de tweede versie ligt in de prullenbak.</translation>
    </message>
    <message>
      <source>“{address}” begins with “{scheme}:”, but only http and https addresses can be followed.</source>
      <translation>“{address}” begint met “{scheme}:”, maar alleen http- en https-adressen kun je volgen.</translation>
    </message>
    <message>
      <source>“{address}” has a user name or password in it, which would end up in files: give the address without it.</source>
      <translation>In “{address}” staat een gebruikersnaam of wachtwoord, en die zou in bestanden terechtkomen: geef het adres zonder.</translation>
    </message>
    <message>
      <source>“{address}” is no address of a git repository: it looks like git+https://example.org/me/site.git, and holds no password.</source>
      <translation>“{address}” is geen adres van een git-repository: dat ziet eruit als git+https://example.org/ik/site.git, zonder wachtwoord erin.</translation>
    </message>
    <message>
      <source>“{address}” is no address of a mail server: it looks like imaps://mail.example.org.</source>
      <translation>“{address}” is geen adres van een mailserver: dat ziet eruit als imaps://mail.example.org.</translation>
    </message>
    <message>
      <source>“{address}” is no address of a site: it looks like https://example.org/.</source>
      <translation>“{address}” is geen adres van een site: dat ziet eruit als https://example.org/.</translation>
    </message>
    <message>
      <source>“{address}” is no web address, so nothing can be opened there.</source>
      <translation>“{address}” is geen webadres, dus daar kan niets geopend worden.</translation>
    </message>
    <message>
      <source>“{address}” is no web address.</source>
      <translation>“{address}” is geen webadres.</translation>
    </message>
    <message>
      <source>“{address}” is not a complete web address.</source>
      <translation>“{address}” is geen volledig webadres.</translation>
    </message>
    <message>
      <source>“{address}” is on this machine or network: allow private addresses if you trust this file.</source>
      <translation>“{address}” staat op deze computer of dit netwerk: sta privéadressen toe als je dit bestand vertrouwt.</translation>
    </message>
    <message>
      <source>“{audience}” is no audience: choose public, community or team.</source>
      <translation>“{audience}” is geen publiek: kies public, community of team.</translation>
    </message>
    <message>
      <source>“{colour}” is no colour for a highlight: choose yellow, green, blue or pink.</source>
      <translation>“{colour}” is geen kleur voor een markering: kies yellow, green, blue of pink.</translation>
    </message>
    <message>
      <source>“{consent}” is no consent: choose no, anonymous or named.</source>
      <translation>“{consent}” is geen toestemming: kies no, anonymous of named.</translation>
    </message>
    <message>
      <source>“{file}” was taken in.</source>
      <translation>“{file}” is overgenomen.</translation>
    </message>
    <message>
      <source>“{form}” is no format: choose from {known}.</source>
      <translation>“{form}” is geen formaat: kies uit {known}.</translation>
    </message>
    <message>
      <source>“{host}” is no host that can be asked: check the address.</source>
      <translation>“{host}” is geen computer die bereikt kan worden: controleer het adres.</translation>
    </message>
    <message>
      <source>“{id}” is no id of a highlight.</source>
      <translation>“{id}” is geen kenmerk van een markering.</translation>
    </message>
    <message>
      <source>“{key}” cannot be changed without harming the rest of the lines at the top of this file. Change it there by hand.</source>
      <translation>“{key}” kan niet worden veranderd zonder de andere regels boven in dit bestand te beschadigen. Verander het daar met de hand.</translation>
    </message>
    <message>
      <source>“{kind}” is no kind of outlet: choose from {known}.</source>
      <translation>“{kind}” is geen soort kanaal: kies uit {known}.</translation>
    </message>
    <message>
      <source>“{kind}” is no kind of source: choose from {known}.</source>
      <translation>“{kind}” is geen soort bron: kies uit {known}.</translation>
    </message>
    <message>
      <source>“{language}” is no language: give its code, as nl or en.</source>
      <translation>“{language}” is geen taal: geef haar code, zoals nl of en.</translation>
    </message>
    <message>
      <source>“{language}” is no language: give its letters, like nl or en.</source>
      <translation>“{language}” is geen taal: geef de letters, zoals nl of en.</translation>
    </message>
    <message>
      <source>“{locator}” is no place in a source: write a page (p. 14) or a time (12:40).</source>
      <translation>“{locator}” is geen plek in een bron: schrijf een bladzijde (p. 14) of een tijd (12:40).</translation>
    </message>
    <message>
      <source>“{maturity}” is no maturity: choose seed, half-baked or baked.</source>
      <translation>“{maturity}” is geen rijpheid: kies seed, half-baked of baked.</translation>
    </message>
    <message numerus="yes">
      <source>“{name}” and %n more cannot be taken in: PKM takes web pages, PDF, Word, text, mail and links.</source>
      <translation>
        <numerusform>“{name}” en nog %n ander kunnen niet mee: PKM neemt webpagina’s, pdf, Word, tekst, mail en links.</numerusform>
        <numerusform>“{name}” en nog %n andere kunnen niet mee: PKM neemt webpagina’s, pdf, Word, tekst, mail en links.</numerusform>
      </translation>
    </message>
    <message>
      <source>“{name}” cannot be moved into itself.</source>
      <translation>“{name}” kan niet in zichzelf.</translation>
    </message>
    <message>
      <source>“{name}” cannot be taken in: PKM takes web pages, PDF, Word, text, mail and links.</source>
      <translation>“{name}” kan niet mee: PKM neemt webpagina’s, pdf, Word, tekst, mail en links.</translation>
    </message>
    <message>
      <source>“{name}” ended the process that read it and was given up.</source>
      <translation>“{name}” beëindigde het proces dat het las en is opgegeven.</translation>
    </message>
    <message>
      <source>“{name}” fits a file and an article, say more of it.</source>
      <translation>“{name}” past op een bestand en op een artikel, geef er meer van.</translation>
    </message>
    <message>
      <source>“{name}” fits several articles, say more of it: {ids}</source>
      <translation>“{name}” past op meer artikelen, geef er meer van: {ids}</translation>
    </message>
    <message>
      <source>“{name}” fits several: {shown}. Give more of it.</source>
      <translation>“{name}” past op meer dan één: {shown}. Geef er meer van.</translation>
    </message>
    <message>
      <source>“{name}” fits {count} feeds, say more of it: {feeds}</source>
      <translation>“{name}” past op {count} bronnen, geef er meer van: {feeds}</translation>
    </message>
    <message>
      <source>“{name}” has no text, only pictures of it. Have a program recognise its text (OCR) first.</source>
      <translation>“{name}” bevat geen tekst, alleen plaatjes ervan. Laat eerst een programma de tekst herkennen (OCR).</translation>
    </message>
    <message>
      <source>“{name}” has no text.</source>
      <translation>“{name}” bevat geen tekst.</translation>
    </message>
    <message>
      <source>“{name}” has no words in it.</source>
      <translation>In “{name}” staan geen woorden.</translation>
    </message>
    <message>
      <source>“{name}” holds no web address.</source>
      <translation>In “{name}” staat geen webadres.</translation>
    </message>
    <message>
      <source>“{name}” is a folder. Folders of notes go through Take in from elsewhere.</source>
      <translation>“{name}” is een map. Mappen met notities neem je over via Overnemen van elders.</translation>
    </message>
    <message>
      <source>“{name}” is a packed file, but no Word document. Unpack it and take in what is in it.</source>
      <translation>“{name}” is een ingepakt bestand, maar geen Word-document. Pak het uit en leg vast wat erin zit.</translation>
    </message>
    <message>
      <source>“{name}” is a title. Say which file you mean: {shown}.</source>
      <translation>“{name}” is een titel. Zeg welk bestand je bedoelt: {shown}.</translation>
    </message>
    <message>
      <source>“{name}” is damaged or no PDF.</source>
      <translation>“{name}” is beschadigd of geen pdf.</translation>
    </message>
    <message>
      <source>“{name}” is damaged or no Word document.</source>
      <translation>“{name}” is beschadigd of geen Word-document.</translation>
    </message>
    <message>
      <source>“{name}” is damaged or no mail.</source>
      <translation>“{name}” is beschadigd of geen mail.</translation>
    </message>
    <message>
      <source>“{name}” is damaged or not whole.</source>
      <translation>“{name}” is beschadigd of niet compleet.</translation>
    </message>
    <message>
      <source>“{name}” is damaged or not whole: it does not begin as such a file does.</source>
      <translation>“{name}” is beschadigd of niet compleet: het begint niet zoals zo’n bestand begint.</translation>
    </message>
    <message>
      <source>“{name}” is damaged, or no mail of Outlook.</source>
      <translation>“{name}” is beschadigd of geen mail van Outlook.</translation>
    </message>
    <message>
      <source>“{name}” is damaged: its pages cannot be read.</source>
      <translation>“{name}” is beschadigd: de bladzijden zijn niet te lezen.</translation>
    </message>
    <message>
      <source>“{name}” is empty.</source>
      <translation>“{name}” is leeg.</translation>
    </message>
    <message>
      <source>“{name}” is empty. It stays where it is: put what it should hold there again.</source>
      <translation>“{name}” is leeg. Het blijft waar het is: zet er opnieuw neer wat erin hoort.</translation>
    </message>
    <message>
      <source>“{name}” is encrypted. Open it with its password elsewhere, save it without, and take that in.</source>
      <translation>“{name}” is versleuteld. Open het elders met het wachtwoord, bewaar het zonder, en leg dat vast.</translation>
    </message>
    <message>
      <source>“{name}” is for: {audience}.</source>
      <translation>“{name}” is voor: {audience}.</translation>
    </message>
    <message>
      <source>“{name}” is forgotten. {reason} If its password is in there, take it out there.</source>
      <translation>“{name}” is vergeten. {reason} Staat het wachtwoord er nog in, haal het er daar dan uit.</translation>
    </message>
    <message>
      <source>“{name}” is no mail: it says neither from whom nor about what it is.</source>
      <translation>“{name}” is geen mail: er staat niet in van wie het is of waarover.</translation>
    </message>
    <message>
      <source>“{name}” is no template: choose from {known}.</source>
      <translation>“{name}” is geen sjabloon: kies uit {known}.</translation>
    </message>
    <message>
      <source>“{name}” is no text, or far too long for one.</source>
      <translation>“{name}” is geen tekst, of veel te lang.</translation>
    </message>
    <message>
      <source>“{name}” is not on the list of names of your own house.</source>
      <translation>“{name}” staat niet op de lijst met namen van je eigen huis.</translation>
    </message>
    <message>
      <source>“{name}” is of no kind that can be taken in: PDF, Word (.docx), mail (.eml, .msg), web pages (.html), links (.url, .webloc) and text can.</source>
      <translation>“{name}” is van een soort die niet kan worden vastgelegd. Wel kunnen: pdf, Word (.docx), mail (.eml, .msg), webpagina’s (.html), koppelingen (.url, .webloc) en tekst.</translation>
    </message>
    <message>
      <source>“{name}” is ready.</source>
      <translation>“{name}” is klaar.</translation>
    </message>
    <message>
      <source>“{name}” is ready: signed in as {who}.</source>
      <translation>“{name}” is klaar: aangemeld als {who}.</translation>
    </message>
    <message>
      <source>“{name}” is there already. Shall it be replaced?</source>
      <translation>“{name}” is er al. Vervangen?</translation>
    </message>
    <message>
      <source>“{name}” is very long: only its first part was taken in.</source>
      <translation>“{name}” is erg lang: alleen het eerste deel is vastgelegd.</translation>
    </message>
    <message>
      <source>“{name}” is very long: only its first {pages} pages were taken in.</source>
      <translation>“{name}” is erg lang: alleen de eerste {pages} bladzijden zijn vastgelegd.</translation>
    </message>
    <message>
      <source>“{name}” left to several outlets, say which with --outlet, or which record: {ids}</source>
      <translation>“{name}” ging naar verschillende kanalen; zeg met --outlet welk kanaal, of welk stuk je bedoelt: {ids}</translation>
    </message>
    <message>
      <source>“{name}” needs too much memory to read and was given up.</source>
      <translation>“{name}” kost te veel geheugen om te lezen en is opgegeven.</translation>
    </message>
    <message>
      <source>“{name}” stays in the inbox of your PKM folder: {reason}</source>
      <translation>“{name}” blijft in de inbox van je PKM-map liggen: {reason}</translation>
    </message>
    <message>
      <source>“{name}” took longer than {seconds} seconds to read and was given up.</source>
      <translation>“{name}” lezen duurde langer dan {seconds} seconden en is opgegeven.</translation>
    </message>
    <message>
      <source>“{name}” unpacks to more than 64 MB and was left alone.</source>
      <translation>“{name}” is uitgepakt groter dan 64 MB en is met rust gelaten.</translation>
    </message>
    <message>
      <source>“{name}” was taken in from the inbox of your PKM folder: {reason}</source>
      <translation>“{name}” is overgenomen uit de inbox van je PKM-map: {reason}</translation>
    </message>
    <message>
      <source>“{name}”: {kind}</source>
      <translation>“{name}”: {kind}</translation>
    </message>
    <message>
      <source>“{new}” lies under “{old}” itself. Choose another name.</source>
      <translation>“{new}” ligt zelf onder “{old}”. Kies een andere naam.</translation>
    </message>
    <message>
      <source>“{old}” is now called “{new}”.</source>
      <translation>“{old}” heet nu “{new}”.</translation>
    </message>
    <message numerus="yes">
      <source>“{old}” is now called “{new}”; links in %n other file(s) follow.</source>
      <translation>
        <numerusform>“{old}” heet nu “{new}”; links in %n ander bestand gaan mee.</numerusform>
        <numerusform>“{old}” heet nu “{new}”; links in %n andere bestanden gaan mee.</numerusform>
      </translation>
    </message>
    <message>
      <source>“{old}” was renamed to “{new}”.</source>
      <translation>“{old}” heet nu “{new}”.</translation>
    </message>
    <message>
      <source>“{path}” and “{other}” are of one address; new highlights go to the second.</source>
      <translation>“{path}” en “{other}” horen bij één adres; nieuwe markeringen gaan naar de tweede.</translation>
    </message>
    <message>
      <source>“{path}” and “{other}” say the very same.</source>
      <translation>In “{path}” en “{other}” staat precies hetzelfde.</translation>
    </message>
    <message>
      <source>“{path}” got an id of its own.</source>
      <translation>“{path}” kreeg een eigen id.</translation>
    </message>
    <message>
      <source>“{path}” got its name back: “{about}”.</source>
      <translation>“{path}” kreeg zijn naam terug: “{about}”.</translation>
    </message>
    <message>
      <source>“{path}” has the same id as “{owner}” and cannot be sent anywhere.</source>
      <translation>“{path}” heeft dezelfde id als “{owner}” en kan nergens heen worden gestuurd.</translation>
    </message>
    <message>
      <source>“{path}” is a copy that was made because two had written at once, and the file itself is gone.</source>
      <translation>“{path}” is een kopie die ontstond doordat er op twee plekken tegelijk werd geschreven, en het bestand zelf is weg.</translation>
    </message>
    <message>
      <source>“{path}” is a second version of “{original}”: two had written at once.</source>
      <translation>“{path}” is een tweede versie van “{original}”: er werd op twee plekken tegelijk geschreven.</translation>
    </message>
    <message>
      <source>“{path}” is not on this machine yet, or its words are gone.</source>
      <translation>“{path}” is nog niet op deze computer, of de woorden zijn weg.</translation>
    </message>
    <message>
      <source>“{path}” links to “{target}”, which is not there.</source>
      <translation>“{path}” verwijst naar “{target}”, maar dat is er niet.</translation>
    </message>
    <message>
      <source>“{path}” shows itself, so it has no end. Take the line that shows it out of {last}.</source>
      <translation>“{path}” toont zichzelf, dus er komt geen einde aan. Haal de regel die dat doet uit {last}.</translation>
    </message>
    <message>
      <source>“{path}” was changed in two places at once. Underlined is what only that version says. What you do not keep lies in the trash of your PKM folder.</source>
      <translation>“{path}” is op twee plekken tegelijk gewijzigd. Onderstreept is wat alleen in die versie staat. Wat je niet houdt ligt in de prullenbak van je PKM‑map.</translation>
    </message>
    <message>
      <source>“{path}” was taken into “{about}”.</source>
      <translation>“{path}” is opgenomen in “{about}”.</translation>
    </message>
    <message>
      <source>“{path}” went to the trash: “{about}” is the same.</source>
      <translation>“{path}” ligt in de prullenbak: “{about}” is hetzelfde.</translation>
    </message>
    <message>
      <source>“{place}” is no place in a source: write a page (14) or a time (12:40).</source>
      <translation>“{place}” is geen plek in een bron: schrijf een bladzijde (14) of een tijd (12:40).</translation>
    </message>
    <message>
      <source>“{place}” is no place to search: choose from {places}.</source>
      <translation>“{place}” is geen plek om te zoeken: kies uit {places}.</translation>
    </message>
    <message>
      <source>“{place}” is no time: seconds go to 59, and so do minutes where there are hours.</source>
      <translation>“{place}” is geen tijd: seconden gaan tot 59, en minuten ook als er uren bij staan.</translation>
    </message>
    <message>
      <source>“{tag}” can be no tag: letters, digits, - and _, with / for a tag under a tag, and not digits alone.</source>
      <translation>“{tag}” kan geen tag zijn: letters, cijfers, - en _, met / voor een tag onder een tag, en niet alleen cijfers.</translation>
    </message>
    <message>
      <source>“{term}” is not in the term list.</source>
      <translation>“{term}” staat niet in de termenlijst.</translation>
    </message>
    <message>
      <source>“{term}” is too long for a term: at most {words} words.</source>
      <translation>“{term}” is te lang voor een term: hoogstens {words} woorden.</translation>
    </message>
    <message>
      <source>“{title}” cannot be opened, so nothing was added to it.</source>
      <translation>“{title}” kan niet worden geopend, dus er is niets aan toegevoegd.</translation>
    </message>
    <message>
      <source>“{title}” cannot be put into itself.</source>
      <translation>“{title}” kan niet in zichzelf.</translation>
    </message>
    <message>
      <source>“{title}” does not say who wrote it: give the name.</source>
      <translation>“{title}” zegt niet wie het schreef: geef de naam.</translation>
    </message>
    <message>
      <source>“{title}” does not stand at {outlet}.</source>
      <translation>“{title}” staat niet op {outlet}.</translation>
    </message>
    <message>
      <source>“{title}” has no address of the web.</source>
      <translation>“{title}” heeft geen webadres.</translation>
    </message>
    <message>
      <source>“{title}” has no page on the web to get its text from.</source>
      <translation>“{title}” heeft geen pagina op het web om de tekst van te halen.</translation>
    </message>
    <message>
      <source>“{title}” has no words yet, so nothing was sent.</source>
      <translation>“{title}” heeft nog geen woorden, dus er is niets verstuurd.</translation>
    </message>
    <message>
      <source>“{title}” has not left to {outlet} yet.</source>
      <translation>“{title}” is nog niet naar {outlet} gegaan.</translation>
    </message>
    <message>
      <source>“{title}” has not left yet.</source>
      <translation>“{title}” is nog niet vertrokken.</translation>
    </message>
    <message>
      <source>“{title}” has one version that you highlighted; `show ARTICLE --versions` tells of it.</source>
      <translation>“{title}” heeft één versie die je markeerde; `show ARTICLE --versions` toont haar.</translation>
    </message>
    <message>
      <source>“{title}” has {count} versions that you highlighted; `show ARTICLE --versions` lists them.</source>
      <translation>“{title}” heeft {count} versies die je markeerde; `show ARTICLE --versions` toont ze.</translation>
    </message>
    <message>
      <source>“{title}” holds nothing that may leave to {outlet}, so nothing was sent. Write something first.</source>
      <translation>In “{title}” staat niets dat naar {outlet} mag, dus er is niets verstuurd. Schrijf eerst iets.</translation>
    </message>
    <message>
      <source>“{title}” is a chapter of your eBook now.</source>
      <translation>“{title}” is nu een hoofdstuk van je eBook.</translation>
    </message>
    <message>
      <source>“{title}” is a conversation without consent: its words never leave.</source>
      <translation>“{title}” is een gesprek zonder toestemming: die woorden gaan nooit naar buiten.</translation>
    </message>
    <message>
      <source>“{title}” is for you alone, so it cannot go into a draft.</source>
      <translation>“{title}” is alleen voor jou en kan dus niet in een concept.</translation>
    </message>
    <message>
      <source>“{title}” is for you alone, so it cannot leave. Nothing was written or sent.</source>
      <translation>“{title}” is alleen voor jou en kan dus niet naar buiten. Er is niets geschreven of verstuurd.</translation>
    </message>
    <message>
      <source>“{title}” is in the trash of your PKM folder.</source>
      <translation>“{title}” ligt in de prullenbak van je PKM-map.</translation>
    </message>
    <message>
      <source>“{title}” is linked to this question in a sentence of yours: change it there.</source>
      <translation>“{title}” is in een zin van jou aan deze vraag gelinkt: verander het daar.</translation>
    </message>
    <message>
      <source>“{title}” is no draft at {host} any more ({status}), so nothing was sent: change it there.</source>
      <translation>“{title}” is op {host} geen concept meer ({status}), dus er is niets verstuurd: verander het daar.</translation>
    </message>
    <message>
      <source>“{title}” is no eBook: chapters go into a draft made with: pkm draft --template ebook</source>
      <translation>“{title}” is geen eBook: hoofdstukken horen in een concept dat gemaakt is met: pkm draft --template ebook</translation>
    </message>
    <message>
      <source>“{title}” is no learning question.</source>
      <translation>“{title}” is geen leervraag.</translation>
    </message>
    <message>
      <source>“{title}” is no longer at {host}, so nothing was changed.</source>
      <translation>“{title}” staat niet meer op {host}, dus er is niets veranderd.</translation>
    </message>
    <message>
      <source>“{title}” is no source, so nothing in it can be highlighted.</source>
      <translation>“{title}” is geen bron, dus er kan niets in worden gemarkeerd.</translation>
    </message>
    <message>
      <source>“{title}” is not a draft.</source>
      <translation>“{title}” is geen concept.</translation>
    </message>
    <message>
      <source>“{title}” is not a draft. Make one of it with: pkm draft --from {id}</source>
      <translation>“{title}” is geen concept. Maak er een van met: pkm draft --from {id}</translation>
    </message>
    <message>
      <source>“{title}” is not a draft: categories, compilers, an excerpt and a picture are of drafts.</source>
      <translation>“{title}” is geen concept: categorieën, samenstellers, een samenvatting en een afbeelding horen bij concepten.</translation>
    </message>
    <message>
      <source>“{title}” is not the page of a person.</source>
      <translation>“{title}” is geen pagina van een persoon.</translation>
    </message>
    <message>
      <source>“{title}” is published: {address}</source>
      <translation>“{title}” is gepubliceerd: {address}</translation>
    </message>
    <message>
      <source>“{title}” links here now.</source>
      <translation>“{title}” verwijst nu hierheen.</translation>
    </message>
    <message>
      <source>“{title}” stands at the outlet already ({url}), with other words, and it is not known here who wrote them, so nothing was sent. Look at both versions and choose: keep what stands there, or send yours all the same.</source>
      <translation>“{title}” staat al op het kanaal ({url}), met andere woorden, en hier is niet bekend wie die schreef; er is dus niets verstuurd. Bekijk beide versies en kies: bewaren wat daar staat, of het jouwe toch versturen.</translation>
    </message>
    <message>
      <source>“{title}” stands at {outlet} as a draft now, but that could not be noted in your PKM folder: {reason} Publish it once more then: it is noted, and not sent twice.</source>
      <translation>“{title}” staat nu als concept bij {outlet}, maar dat kon niet in je PKM-map worden genoteerd: {reason} Plaats het daarna nog eens: dan wordt het genoteerd, en niet dubbel verstuurd.</translation>
    </message>
    <message>
      <source>“{title}” stands in the folder “{folder}” now, too.</source>
      <translation>“{title}” staat nu ook in de map “{folder}”.</translation>
    </message>
    <message>
      <source>“{title}” stays here: its partner did not agree to be quoted by name.</source>
      <translation>“{title}” blijft hier: je gesprekspartner stemde er niet mee in met naam geciteerd te worden.</translation>
    </message>
    <message>
      <source>“{title}” was changed after you highlighted this. Underlined is what only that version says. Quoting the newer words highlights them; the older highlight stays.</source>
      <translation>“{title}” is veranderd nadat je dit markeerde. Onderstreept is wat alleen die versie zegt. Citeer je de nieuwere woorden, dan worden ze gemarkeerd; je oudere markering blijft.</translation>
    </message>
    <message>
      <source>“{title}” was changed at {host} after it was sent from here, so nothing was sent. Look at both versions and choose: keep what stands there, or send yours all the same.</source>
      <translation>“{title}” is op {host} veranderd nadat het van hier is verstuurd; er is dus niets verstuurd. Bekijk beide versies en kies: bewaren wat daar staat, of het jouwe toch versturen.</translation>
    </message>
    <message>
      <source>“{title}” was changed at {name} after it was sent from here, so nothing was sent. Underlined is what only that version says. If you send yours, what stands there is kept here first, as a draft of its own.</source>
      <translation>“{title}” is op {name} veranderd nadat het van hier is verstuurd; er is dus niets verstuurd. Onderstreept is wat alleen in die versie staat. Verstuur je het jouwe, dan wordt hier eerst bewaard wat daar staat, als een eigen concept.</translation>
    </message>
    <message>
      <source>“{title}” was here already.</source>
      <translation>“{title}” was er al.</translation>
    </message>
    <message>
      <source>“{title}” was looked at.</source>
      <translation>“{title}” is bekeken.</translation>
    </message>
    <message>
      <source>“{title}” was not sent to {outlet}, mend this first: {message} ({count} in all, see: pkm check {path} --outlet {outlet})</source>
      <translation>“{title}” is niet naar {outlet} gestuurd, herstel eerst dit: {message} ({count} in totaal, zie: pkm check {path} --outlet {outlet})</translation>
    </message>
    <message>
      <source>“{title}”: your own reason stays; the file says “{why}”.</source>
      <translation>“{title}”: je eigen reden blijft; in het bestand staat “{why}”.</translation>
    </message>
    <message>
      <source>“{words}” has lost its place in the article, so it cannot be joined.</source>
      <translation>“{words}” is zijn plek in het artikel kwijt en kan dus niet worden samengevoegd.</translation>
    </message>
    <message>
      <source>“{words}” has no key now.</source>
      <translation>“{words}” heeft nu geen toets.</translation>
    </message>
    <message>
      <source>“{words}” has the key {key} now.</source>
      <translation>“{words}” heeft nu de toets {key}.</translation>
    </message>
    <message>
      <source>“{words}” is not muted.</source>
      <translation>“{words}” is niet gedempt.</translation>
    </message>
  </context>
</TS>
