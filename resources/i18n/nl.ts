<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
  <context>
    <name>pkm</name>
    <message numerus="yes">
      <source>%n h</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>%n min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A draft needs a title.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A note needs a title.</source>
      <translation type="unfinished" />
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
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program kept the database {path} busy for {seconds} seconds. Try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Appearance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Capture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Did you mean “{words}”?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dutch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>English</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find people to follow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give the address of a site or a feed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to Seek</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to Sense</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to Share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to Today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hidden</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In your own words…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No password is kept for “{name}”. Give it with --secret-stdin, or remove the outlet and add it anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing found for “{query}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing here is called {name}: give the id of a note, a highlight or an article.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numbers of unread articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refreshing your sources</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refreshing. Press to stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say which words to highlight.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search notes, highlights and articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of the reading text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong inside the program ({what}). Please report it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped. What was done so far is kept.</source>
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
      <source>The lines at the top of this file cannot be read, so nothing is changed in them. Mend them by hand first.</source>
      <translation type="unfinished" />
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
      <source>The program's helper process could not be started ({how}). Please try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The program's helper process stopped unexpectedly ({how}). Please try again.</source>
      <translation type="unfinished" />
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
      <source>There is an outlet “{name}” already. Remove it first, or choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no highlight {id} in {path}.</source>
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
      <source>There is no web address in “{text}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These words are not in “{title}”: {words}</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>These words stand in {count} places: say which with --prefix or --suffix. {places}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This cannot be opened here.</source>
      <translation type="unfinished" />
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
      <source>This is no list of subscriptions: there is no OPML in it.</source>
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
      <source>This took longer than {seconds} seconds and was stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was stopped because the program is closing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What came in on standard input is not UTF-8 text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What would you like to find out?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you highlight waits here until you have said in your own words what it means to you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you keep while reading is found again here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without a title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your words on: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your words stand with the highlight.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>last at {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{day} afternoon</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{day} evening</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{day} morning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} could not be saved: another program keeps changing it. Try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is larger than 64 MB, too large for a text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is marked read-only, so it was not changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not an ordinary file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is there already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was not saved: its folder is not there.</source>
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
      <source>“{address}” is no web address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{address}” is not a complete web address.</source>
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
      <source>“{key}” cannot be changed without harming the rest of the lines at the top of this file. Change it there by hand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{maturity}” is no maturity: choose seed, half-baked or baked.</source>
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
      <source>“{title}” is not a draft. Make one of it with: pkm draft --from {id}</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
