<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
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
    <message numerus="yes">
      <source>And %n more like it.</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>These words stand in {count} places: say which with --prefix or --suffix. {places}</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
