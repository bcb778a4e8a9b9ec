<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
  <context>
    <name>pkm</name>
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
      <source>%n min</source>
      <translation>
        <numerusform>%n min</numerusform>
        <numerusform>%n min</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n private part(s) left out</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>A draft needs a title.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A highlight needs words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A link goes out as plain words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A note needs a title.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A private note never leaves this machine in a draft.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A private part is never closed, so all after it stays in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A quotation is long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A quotation names no author and no source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add an outlet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add source</source>
      <translation>Bron toevoegen</translation>
    </message>
    <message>
      <source>Address of a site or a feed</source>
      <translation>Adres van een site of feed</translation>
    </message>
    <message>
      <source>Address of your WordPress site</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All</source>
      <translation>Alles</translation>
    </message>
    <message>
      <source>All read. New articles appear here after the next refresh.</source>
      <translation>Alles gelezen. Nieuwe artikelen verschijnen hier na het volgende ophalen.</translation>
    </message>
    <message>
      <source>An outlet needs a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An outlet needs its password. Nothing was kept.</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>And %n more like it.</source>
      <translation>
        <numerusform>En nog %n zoals deze.</numerusform>
        <numerusform>En nog %n zoals deze.</numerusform>
      </translation>
    </message>
    <message>
      <source>Another program kept the database {path} busy for {seconds} seconds. Try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Appearance</source>
      <translation>Weergave</translation>
    </message>
    <message>
      <source>Application password</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Article</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikelen</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Zoals het systeem</translation>
    </message>
    <message>
      <source>Back in the inbox: “{title}”.</source>
      <translation>Terug bij Nieuw: “{title}”.</translation>
    </message>
    <message>
      <source>Baked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before it leaves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Capture</source>
      <translation>Vastleggen</translation>
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
      <source>Choose an article to read it here.</source>
      <translation>Kies een artikel om het hier te lezen.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Close the window</source>
      <translation>Venster sluiten</translation>
    </message>
    <message>
      <source>Community</source>
      <translation type="unfinished" />
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
      <source>Customise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Customise: what does this mean for your own people?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation>Donker</translation>
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
      <source>Drafts and what was shared</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dutch</source>
      <translation>Nederlands</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Engels</translation>
    </message>
    <message>
      <source>Export to a file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fill in all four fields.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter: by which criterion did you choose this?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find people to follow</source>
      <translation>Mensen vinden om te volgen</translation>
    </message>
    <message>
      <source>Follow</source>
      <translation>Volgen</translation>
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
      <source>For whom</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For whom, and where to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From your sources</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give the address of a site or a feed.</source>
      <translation type="unfinished" />
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
      <source>Half-baked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here stands what the people you follow write.</source>
      <translation>Hier staat wat de mensen die je volgt schrijven.</translation>
    </message>
    <message>
      <source>Here what you made of it becomes a text for others. A draft begins with a note of yours, and every quotation brings its credit along.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here you write in your own words: what you read, what it means to you, what you will try. A note begins with one sentence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hidden</source>
      <translation>Verborgen</translation>
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
      <source>Highlight something first; your words stand with it.</source>
      <translation>Markeer eerst iets; jouw woorden komen erbij te staan.</translation>
    </message>
    <message>
      <source>Highlighted.</source>
      <translation>Gemarkeerd.</translation>
    </message>
    <message>
      <source>Highlights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import subscriptions</source>
      <translation>Abonnementen inlezen</translation>
    </message>
    <message>
      <source>In WordPress you make an application password under Users, Profile. It is kept in your system's keyring and nowhere else.</source>
      <translation type="unfinished" />
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
      <source>Italic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep</source>
      <translation>Bewaren</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Bewaard</translation>
    </message>
    <message>
      <source>Kept lately</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept “{title}”.</source>
      <translation>Bewaard: “{title}”.</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Toetsen</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Taal</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Later</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Licht</translation>
    </message>
    <message>
      <source>Link</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>List</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for the feed of {address}…</source>
      <translation>De feed van {address} wordt gezocht…</translation>
    </message>
    <message>
      <source>Lost its place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lost its place: the article no longer has these words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Als ongelezen markeren</translation>
    </message>
    <message>
      <source>Markdown (*.md)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move to the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name, for example blog</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New draft</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next article</source>
      <translation>Volgend artikel</translation>
    </message>
    <message>
      <source>No feed and no site are known of “{name}”: look for an address yourself and follow that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No free name was found for “{title}” in {folder}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No longer kept: “{title}”.</source>
      <translation>Niet meer bewaard: “{title}”.</translation>
    </message>
    <message>
      <source>No maturity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No password is kept for “{name}”. Give it with --secret-stdin, or remove the outlet and add it anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No place to share yet. A WordPress site takes your drafts directly.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No secure connection with {host} could be made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody answers at {host}: the connection was refused.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not private</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation>Notitie</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing found for “{query}”</source>
      <translation>Niets gevonden voor “{query}”</translation>
    </message>
    <message>
      <source>Nothing here is called {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing here is called {name}: give the id of a note, a highlight or an article.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is published. You finish it there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of your own stands after a quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing to mend.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numbers of unread articles</source>
      <translation>Aantallen ongelezen artikelen</translation>
    </message>
    <message>
      <source>One screen back</source>
      <translation>Eén scherm terug</translation>
    </message>
    <message>
      <source>Only http and https addresses are fetched, and this one begins with “{scheme}:”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open in the browser</source>
      <translation>Openen in de browser</translation>
    </message>
    <message>
      <source>Open the article</source>
      <translation type="unfinished" />
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
      <source>Present</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Present: how would you show this to somebody who has one minute?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous article</source>
      <translation>Vorig artikel</translation>
    </message>
    <message>
      <source>Private</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Private parts stay in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Public</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put in Later: “{title}”.</source>
      <translation>In Later gezet: “{title}”.</translation>
    </message>
    <message>
      <source>Quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quote in this note: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quote the first highlight not used yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read on, then the next unread article</source>
      <translation>Verder lezen, dan het volgende ongelezen artikel</translation>
    </message>
    <message>
      <source>Read: “{title}”.</source>
      <translation>Gelezen: “{title}”.</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Ophalen</translation>
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
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove this highlight</source>
      <translation>Deze markering weghalen</translation>
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save as draft</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save as draft on {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving as draft on {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say which words to highlight.</source>
      <translation type="unfinished" />
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
      <source>Seed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seek</source>
      <translation>Seek</translation>
    </message>
    <message>
      <source>Select some words first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select some words first: with the mouse, or with Shift and the arrow keys.</source>
      <translation>Selecteer eerst woorden: met de muis, of met Shift en de pijltjestoetsen.</translation>
    </message>
    <message>
      <source>Sense</source>
      <translation>Sense</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Instellingen</translation>
    </message>
    <message>
      <source>Share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show in the text</source>
      <translation>Tonen in de tekst</translation>
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
      <source>Size of the reading text</source>
      <translation>Grootte van de leestekst</translation>
    </message>
    <message>
      <source>Size of the text</source>
      <translation>Grootte van de tekst</translation>
    </message>
    <message>
      <source>Something went wrong inside the program ({what}). Please report it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sources</source>
      <translation>Bronnen</translation>
    </message>
    <message>
      <source>Standard input cannot be read: {reason}.</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Synthesise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Synthesise: which pattern runs through these sources that none of them says?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken out of Later: “{title}”.</source>
      <translation>Uit Later gehaald: “{title}”.</translation>
    </message>
    <message>
      <source>Team</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text of the draft</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text of the note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That was the last unread article here.</source>
      <translation>Dat was het laatste ongelezen artikel hier.</translation>
    </message>
    <message>
      <source>The address of “{name}” holds a password; give it without.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The certificate of {host} cannot be trusted ({why}), so nothing was fetched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database did not pass its check after step {number} ({subject}); it was left as it was before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database was made by a newer PKM (its version is {version}, this program knows {newest}). Install the newer program; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database {path} cannot be opened: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database {path} cannot be used: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database {path} could not be brought up to date and was left as it was: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database {path} was damaged; it was put aside as {copy} and a new one was begun. Refresh fetches the articles again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The database {path} was gone, so a new one was begun; refresh fetches the articles again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full, so {path} could not be changed. Make room and try again; nothing was lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full, so {path} was not saved. Make room and save again; the file is as it was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The draft shows a private file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The draft stands at {url}, but not all of its words arrived there: look at it before you go on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The end of {path} is missing. Wait until it is synchronised, or put an earlier version back; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder {folder} cannot be used: {reason}. Choose another place with --data.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder {path} cannot be made: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder {path} cannot be made: {reason}. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder {path} cannot be read: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The former version of {path} cannot be kept in the history, so the file was not changed. {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The highlight is gone; the history of its source still has it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The history of {path} cannot be read: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The history {path} cannot be tidied: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The lines at the top of this file cannot be read, so nothing is changed in them. Mend them by hand first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The list of recommended sources is damaged ({reason}): install the program again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The marks in {path} cannot be read or written: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page at {host} does not say that it is a WordPress, or its REST API is switched off: give the address of the home page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page {page} names the feed {feed}, but that cannot be followed: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The people whom the eBook “Social Learning: Aan de slag!” quotes, in the order in which its reader meets them. Follow those you find worth your while; nothing is added by itself.</source>
      <translation>De mensen die het eBook “Social Learning: Aan de slag!” aanhaalt, in de volgorde waarin de lezer ze tegenkomt. Volg wie je de moeite waard vindt; er wordt niets vanzelf toegevoegd.</translation>
    </message>
    <message>
      <source>The program is closing, so nothing more is read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program is closing, so nothing more is stored.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program is closing, so nothing more was fetched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program is closing, so nothing more was sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program's helper process could not be started ({how}). Please try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program's helper process stopped unexpectedly ({how}). Please try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The proxy of this system does not let a connection with {host} through ({code}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index in {folder} cannot be built. Look whether its disk is full or failing; your files are unharmed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index in {folder} cannot be written: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index is being built. Try again in a moment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings {path} cannot be changed: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings {path} cannot be read, so this start goes without them: {reason}. Mend the file, or remove it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The source has no id yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The subscriptions are taken in. Refresh to fetch them.</source>
      <translation>De abonnementen zijn ingelezen. Haal op om de artikelen te zien.</translation>
    </message>
    <message>
      <source>The system's keyring did not answer ({kind}). Unlock it, or give the password with --secret-stdin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text has changed; this is the likely place.</source>
      <translation>De tekst is veranderd; dit is de waarschijnlijke plek.</translation>
    </message>
    <message>
      <source>The text of this article is no longer here. Refresh its source first.</source>
      <translation>De tekst van dit artikel is er niet meer. Haal eerst de bron op.</translation>
    </message>
    <message>
      <source>The text of “{title}” is no longer here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text of “{title}” is no longer here. Refresh its feed first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault {path} is no folder. Choose another with --vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault {path} is not there, or is no folder. Connect its disk or choose another with --vault; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault {path} is not there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault {path} is not there. Connect its disk or choose another with --vault; nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The window needs system libraries that are missing here ({reason}). `make run` installs or names them; the command line works without: pkm --help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are too many files named {name}. Choose another title.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is an outlet “{name}” already. Remove it first, or choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no WordPress REST API at {host}: give the address of the site's home page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no WordPress at {host}: it answers with {status}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no address to follow.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no article “{name}”. `articles --view all` lists them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no chapter “{chapter}”: choose from {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no feed at this address: what it gives is not RSS, Atom or JSON Feed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no folder {folder}; make it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no highlight {id} in this file any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no highlight {id} in {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no host called {host}, or this computer is not connected: check the address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no keyring here that can keep a password. Give it with --secret-stdin at each use, or set up the system's keyring.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no outlet yet. Add one with: pkm outlet add {name} …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no outlet “{name}”. There are: {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no version {number} of {path}: it has {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no version {version} of this source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no web address in “{text}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no {path} in the trash.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These words are not in “{title}”: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These words stand in {count} places: say which with --prefix or --suffix. {places}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This cannot be opened here.</source>
      <translation>Dit kan hier niet worden geopend.</translation>
    </message>
    <message>
      <source>This draft shows the private file “{name}”. Take it out first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is written in UTF-16, which cannot be edited here. Save it as UTF-8 first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file was changed elsewhere meanwhile. Both are kept: yours here, the other as “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is no list of subscriptions: there is no OPML in it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not a complete web address, so it was not fetched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is too much for the lines at the top of a file: {keys}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This list of subscriptions is larger than 20 MB; that cannot be right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This needed more than {memory} MB of memory and was stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This source does not answer.</source>
      <translation>Deze bron antwoordt niet.</translation>
    </message>
    <message>
      <source>This system is set to reach the net through a proxy of a kind that is not known here: set an http:// proxy, or none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This took longer than {seconds} seconds and was stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was stopped because the program is closing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Today</source>
      <translation>Vandaag</translation>
    </message>
    <message>
      <source>Try and keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation>Ongedaan maken</translation>
    </message>
    <message>
      <source>Unfollow</source>
      <translation>Ontvolgen</translation>
    </message>
    <message>
      <source>Unread again: “{title}”.</source>
      <translation>Weer ongelezen: “{title}”.</translation>
    </message>
    <message>
      <source>Use in a draft</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>User name there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validate: how do you know that this holds?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting for your words</source>
      <translation>Wacht op jouw woorden</translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What came in on standard input is not UTF-8 text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What value do you add?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What would you like to find out?</source>
      <translation>Wat wil je te weten komen?</translation>
    </message>
    <message>
      <source>What you highlight waits here until you have said in your own words what it means to you.</source>
      <translation>Wat je markeert, wacht hier tot je in je eigen woorden hebt gezegd wat het voor je betekent.</translation>
    </message>
    <message>
      <source>What you highlight while reading stands here, ready to be quoted with its credit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you keep is found again here. Press S on an article worth keeping.</source>
      <translation>Wat je bewaart, vind je hier terug. Druk op S bij een artikel dat je wilt bewaren.</translation>
    </message>
    <message>
      <source>What you keep while reading is found again here.</source>
      <translation>Wat je tijdens het lezen bewaart, vind je hier terug.</translation>
    </message>
    <message>
      <source>What you want to read at another moment waits here. Press L on an article.</source>
      <translation>Wat je op een ander moment wilt lezen, wacht hier. Druk op L bij een artikel.</translation>
    </message>
    <message>
      <source>What {host} sent is not a proper answer, so it was not used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What {host} sent is packed in a way that cannot be read ({why}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the highlight {id} sits is written already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whom would you like to follow?</source>
      <translation>Wie wil je volgen?</translation>
    </message>
    <message>
      <source>Without a title</source>
      <translation>Zonder titel</translation>
    </message>
    <message>
      <source>Write</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write a note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write about it</source>
      <translation>Erover schrijven</translation>
    </message>
    <message>
      <source>Write your words on a highlight</source>
      <translation>Je woorden bij een markering schrijven</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Written: {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You follow no feed “{name}”. `feeds` lists those you follow.</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>You no longer follow {title}. What you kept stays.</source>
      <translation>Je volgt {title} niet meer. Wat je hebt bewaard, blijft.</translation>
    </message>
    <message>
      <source>Your draft stands there now. Finish it there: {address}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your draft there is the same already: {address}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your draft there is up to date: {address}</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>chapter {number}</source>
      <translation>hoofdstuk {number}</translation>
    </message>
    <message>
      <source>for later</source>
      <translation>voor later</translation>
    </message>
    <message>
      <source>history</source>
      <translation type="unfinished" />
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
      <source>not used yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>placed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>private</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unread</source>
      <translation>ongelezen</translation>
    </message>
    <message>
      <source>used</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} files are gone from your PKM folder at once, or empty. Nothing was done about it: if a synchroniser is at work, wait for it; if you removed them yourself, restore or remove the rest there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} files are gone from your PKM folder: {names}. `pkm history` can put them back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} lines of {path} cannot be read and were passed over; the other marks count.</source>
      <translation type="unfinished" />
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
      <source>{folder} and the vault {vault} may not lie inside one another: choose another place with --data or --vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} broke the connection off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} cannot be reached from here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} cannot do it at the moment ({status}): try again later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} did not answer in full within {seconds} seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} did not keep it as a draft ({status}): look at {url}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} does not accept this password for {user}. Make an application password there, under Users &gt; Profile; the password for logging in does not do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} does not answer as a WordPress does, so nothing can be done there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} does not let us see this address ({status}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} gets more requests than it wants, and asks to wait {minutes} minutes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} gets more requests than it wants, and asks to wait {seconds} seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} gives an answer that cannot be used ({status}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} gives no usable address of its REST API.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} has a fault of its own at the moment ({status}): try again later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} has application passwords switched off: ask its administrator, or look at its security plugins.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} has nothing at this address (404): check it, or look for a new one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} is asked over http, where anybody on the way can read the password: give its address with https.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} is on this machine or a private network, and is only fetched when you give that address yourself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} keeps its REST API at {other}. If that is yours, give https://{other}/ as the address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} now answers at {address}: give that address to the outlet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} offers its REST API over http only, where anybody on the way can read the password: set the site's address to https in its general settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} refuses: {message}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} says this address is gone for good.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sends more than {megabytes} MB, which is more than is taken in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sends us on and on, and never to a site.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} sends us on and on: after {times} redirects there was still no answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} takes no application passwords over http, unless its WP_ENVIRONMENT_TYPE is “local”: use https.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} took the draft and cannot show it: look there before sending it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{host} was too busy with our other requests to be asked in time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{page} is a site without a feed: its page names none, and none was found at {tried}. If you know the address of its feed, give that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be changed now: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be moved: too many files have its name there already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be moved: {reason}. It is where it was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be read: {reason} Mend it or put an earlier version back; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>{path} kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
      <source>{path} cannot be understood: {reason}. Mend it or put an earlier version back; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be written: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} could not be saved: another program keeps changing it. Try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} exists already; give --force to write over it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is a folder; name a file in it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is larger than 64 MB, too large for a text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is no name of a file: it is not text in UTF-8.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not an ordinary file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is read-only, or the disk it is on, so it was not changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is there already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is written in a way that PKM cannot edit. Change it by hand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} leads out of the vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} lies in your PKM folder; choose a place outside it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was changed by another program at the same moment. Your change was saved; the other list is in {copy}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was changed by another program at the same moment. Your change was saved; the other version is in {copy}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was not saved: its folder is not there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{percent} % of the words are quoted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{percent} % quoted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{user} may not do this at {host}: the post is published already, or belongs to somebody else.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{user} may not write posts at {host}: ask its administrator for the role of contributor or author.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{address}” begins with “{scheme}:”, but only http and https addresses can be followed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{address}” has a user name or password in it, which would end up in files: give the address without it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{address}” is no address of a site: it looks like https://example.org/.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{address}” is no web address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{address}” is not a complete web address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{address}” is on this machine or network: allow private addresses if you trust this file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{audience}” is no audience: choose public, community or team.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{colour}” is no colour for a highlight: choose yellow, green, blue or pink.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{form}” is no format: choose from {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{host}” is no host that can be asked: check the address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{id}” is no id of a highlight.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{key}” cannot be changed without harming the rest of the lines at the top of this file. Change it there by hand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{kind}” is no kind of outlet: choose from {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{locator}” is no place in a source: write a page (p. 14) or a time (12:40).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{maturity}” is no maturity: choose seed, half-baked or baked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}” fits several articles, say more of it: {ids}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}” fits several: {shown}. Give more of it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}” fits {count} feeds, say more of it: {feeds}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}” is ready: signed in as {who}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{place}” is no place to search: choose from {places}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{template}” is no template: choose from {known}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{title}” is a conversation without consent: its words never leave.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{title}” is for you alone, so it cannot go into a draft.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{title}” is for you alone, so it cannot leave. Nothing was written or sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{title}” is in the trash of your PKM folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{title}” is no draft at {host} any more ({status}), so nothing was sent: change it there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{title}” is no longer at {host}, so nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{title}” is not a draft. Make one of it with: pkm draft --from {id}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{title}” was changed at {host} after it was sent from here, so nothing was sent. Take the change over into your draft, put the post there in the trash, and publish again.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
