<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
  <context>
    <name>pkm</name>
    <message numerus="yes">
      <source>%n are here already.</source>
      <translation>
        <numerusform>%n is here already.</numerusform>
        <numerusform>%n are here already.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n article</numerusform>
        <numerusform>%n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) are here whole.</source>
      <translation>
        <numerusform>%n article is here whole.</numerusform>
        <numerusform>%n articles are here whole.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) marked as read.</source>
      <translation>
        <numerusform>%n article marked as read.</numerusform>
        <numerusform>%n articles marked as read.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n feed(s) answered.</source>
      <translation>
        <numerusform>%n feed answered.</numerusform>
        <numerusform>%n feeds answered.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) unpacked. The PKM folder of the backup is “vault” in {name}; what you have open here stayed as it is.</source>
      <translation>
        <numerusform>%n file unpacked. The PKM folder of the backup is “vault” in {name}; what you have open here stayed as it is.</numerusform>
        <numerusform>%n files unpacked. The PKM folder of the backup is “vault” in {name}; what you have open here stayed as it is.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n followed already.</source>
      <translation>
        <numerusform>%n followed already.</numerusform>
        <numerusform>%n followed already.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n h</source>
      <translation>
        <numerusform>%n h</numerusform>
        <numerusform>%n h</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n highlight(s)</source>
      <translation>
        <numerusform>%n highlight</numerusform>
        <numerusform>%n highlights</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n ill</source>
      <translation>
        <numerusform>%n ill</numerusform>
        <numerusform>%n ill</numerusform>
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
        <numerusform>%n more</numerusform>
        <numerusform>%n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new article(s).</source>
      <translation>
        <numerusform>%n new article.</numerusform>
        <numerusform>%n new articles.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n not taken: {reason}</source>
      <translation>
        <numerusform>%n not taken: {reason}</numerusform>
        <numerusform>%n not taken: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%n note</numerusform>
        <numerusform>%n notes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n own word(s)</source>
      <translation>
        <numerusform>%n own word</numerusform>
        <numerusform>%n own words</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n people</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) are with them.</source>
      <translation>
        <numerusform>%n picture is with them.</numerusform>
        <numerusform>%n pictures are with them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) did not come.</source>
      <translation>
        <numerusform>%n picture did not come.</numerusform>
        <numerusform>%n pictures did not come.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) from elsewhere are not shown.</source>
      <translation>
        <numerusform>%n picture from elsewhere is not shown.</numerusform>
        <numerusform>%n pictures from elsewhere are not shown.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n picture(s) stayed behind: you may not place them there. Their words stand in their place.</source>
      <translation>
        <numerusform>%n picture stayed behind: you may not place pictures there. Its words stand in its place.</numerusform>
        <numerusform>%n pictures stayed behind: you may not place pictures there. Their words stand in their place.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s)</source>
      <translation>
        <numerusform>%n place</numerusform>
        <numerusform>%n places</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n post(s) stand in it.</source>
      <translation>
        <numerusform>%n post stands in it.</numerusform>
        <numerusform>%n posts stand in it.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n private part(s) left out</source>
      <translation>
        <numerusform>%n private part left out</numerusform>
        <numerusform>%n private parts left out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n quotation(s)</source>
      <translation>
        <numerusform>%n quotation</numerusform>
        <numerusform>%n quotations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n quoted</source>
      <translation>
        <numerusform>%n quoted</numerusform>
        <numerusform>%n quoted</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n result(s)</source>
      <translation>
        <numerusform>%n result</numerusform>
        <numerusform>%n results</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s)</source>
      <translation>
        <numerusform>%n source</numerusform>
        <numerusform>%n sources</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s) added.</source>
      <translation>
        <numerusform>%n source added.</numerusform>
        <numerusform>%n sources added.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n source(s) bring nothing at the moment; PKM tries again by itself where that makes sense.</source>
      <translation>
        <numerusform>%n source brings nothing at the moment; PKM tries again by itself where that makes sense.</numerusform>
        <numerusform>%n sources bring nothing at the moment; PKM tries again by itself where that makes sense.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stay in</source>
      <translation>
        <numerusform>%n stays in</numerusform>
        <numerusform>%n stay in</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n that you follow</source>
      <translation>
        <numerusform>%n that you follow</numerusform>
        <numerusform>%n that you follow</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) came.</source>
      <translation>
        <numerusform>%n thing came.</numerusform>
        <numerusform>%n things came.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) first</source>
      <translation>
        <numerusform>%n thing first</numerusform>
        <numerusform>%n things first</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) hang on it</source>
      <translation>
        <numerusform>%n thing hangs on it</numerusform>
        <numerusform>%n things hang on it</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) mended.</source>
      <translation>
        <numerusform>%n thing mended.</numerusform>
        <numerusform>%n things mended.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) must be mended before you give it on.</source>
      <translation>
        <numerusform>%n thing must be mended before you give it on.</numerusform>
        <numerusform>%n things must be mended before you give it on.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) need a look.</source>
      <translation>
        <numerusform>%n thing needs a look.</numerusform>
        <numerusform>%n things need a look.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) would come.</source>
      <translation>
        <numerusform>%n thing would come.</numerusform>
        <numerusform>%n things would come.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unread</source>
      <translation>
        <numerusform>%n unread</numerusform>
        <numerusform>%n unread</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s)</source>
      <translation>
        <numerusform>%n word</numerusform>
        <numerusform>%n words</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n year(s) ago</source>
      <translation>
        <numerusform>%n year ago</numerusform>
        <numerusform>%n years ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>And %n more like it.</source>
      <translation>
        <numerusform>And %n more like it.</numerusform>
        <numerusform>And %n more like it.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>And %n more.</source>
      <translation>
        <numerusform>And %n more.</numerusform>
        <numerusform>And %n more.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>And %n other(s).</source>
      <translation>
        <numerusform>And one other.</numerusform>
        <numerusform>And %n others.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Follow {title}, %n post(s), {address}</source>
      <translation>
        <numerusform>Follow {title}, %n post, {address}</numerusform>
        <numerusform>Follow {title}, %n posts, {address}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>For you alone: %n word(s) stay in</source>
      <translation>
        <numerusform>For you alone: %n word stays in</numerusform>
        <numerusform>For you alone: %n words stay in</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Mark %n on the screen as read</source>
      <translation>
        <numerusform>Mark %n on the screen as read</numerusform>
        <numerusform>Mark %n on the screen as read</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Taken back: %n file(s) are as they were.</source>
      <translation>
        <numerusform>Taken back: %n file is as it was.</numerusform>
        <numerusform>Taken back: %n files are as they were.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Testing %n source(s)</source>
      <translation>
        <numerusform>Testing %n source</numerusform>
        <numerusform>Testing %n sources</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The backup is written and checked: {name}, %n file(s).</source>
      <translation>
        <numerusform>The backup is written and checked: {name}, %n file.</numerusform>
        <numerusform>The backup is written and checked: {name}, %n files.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>This file is for you alone, so none of its words leave: %n stay in.</source>
      <translation>
        <numerusform>This file is for you alone, so none of its words leave: %n stays in.</numerusform>
        <numerusform>This file is for you alone, so none of its words leave: %n stay in.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>You follow {title}. %n new article(s).</source>
      <translation>
        <numerusform>You follow {title}. %n new article.</numerusform>
        <numerusform>You follow {title}. %n new articles.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>You wrote this %n year(s) ago. What would you say now?</source>
      <translation>
        <numerusform>You wrote this %n year ago. What would you say now?</numerusform>
        <numerusform>You wrote this %n years ago. What would you say now?</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>book: %n word(s)</source>
      <translation>
        <numerusform>book: %n word</numerusform>
        <numerusform>book: %n words</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>the best %n are shown</source>
      <translation>
        <numerusform>the best %n is shown</numerusform>
        <numerusform>the best %n are shown</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“{name}” and %n more cannot be taken in: PKM takes web pages, PDF, Word, text, mail and links.</source>
      <translation>
        <numerusform>“{name}” and %n more cannot be taken in: PKM takes web pages, PDF, Word, text, mail and links.</numerusform>
        <numerusform>“{name}” and %n more cannot be taken in: PKM takes web pages, PDF, Word, text, mail and links.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“{old}” is now called “{new}”; links in %n other file(s) follow.</source>
      <translation>
        <numerusform>“{old}” is now called “{new}”; links in %n other file follow.</numerusform>
        <numerusform>“{old}” is now called “{new}”; links in %n other files follow.</numerusform>
      </translation>
    </message>
  </context>
</TS>
