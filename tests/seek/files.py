"""Files of every kind that can be taken in, made for tests."""

from __future__ import annotations

from io import BytesIO


def pdf(*pages: str, title: str = "", author: str = "", numbering: str = "") -> bytes:
    """A PDF with one paragraph a page. ``numbering`` (Typst) is what its pages are called, if they are at all."""
    import typst

    def plain(text: str) -> str:
        return "".join(f"\\{ch}" if ch in "#*_`$<>@=-+/\\[]" else ch for ch in text)

    about = f'#set document(title: "{title}", author: "{author}")\n' if title else ""
    about += f'#set page(numbering: "{numbering}")\n' if numbering else ""
    made: bytes = typst.compile((about + "\n#pagebreak()\n".join(map(plain, pages))).encode(), format="pdf")
    return made


def pdf_without_text() -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF that opens with no password: what stands in O and U fits none."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (b"trailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<01><01>]>>\nstartxref\n%d\n%%%%EOF\n" % start)


def docx(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    """A Word document; a paragraph that begins with # is a heading, one with | a table."""
    import docx as word

    document = word.Document()
    document.core_properties.title, document.core_properties.author = title, author
    for text in paragraphs:
        if text.startswith("#"):
            document.add_heading(text.lstrip("# "), level=2)
        elif text.startswith("|"):
            cells = text.strip("|").split("|")
            table = document.add_table(rows=1, cols=len(cells))
            for cell, words in zip(table.rows[0].cells, cells, strict=True):
                cell.text = words
        else:
            document.add_paragraph(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def eml(body: str = "Dag, dit is een mooie tip over leren op de werkplek.", subject: str = "Lees dit éven",
        sender: str = '"Anna de Vries" <anna@example.org>', html: str = "", file: str = "") -> bytes:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "me@example.org", subject
    mail["Date"] = "Thu, 26 Nov 2026 08:00:00 +0100"
    mail.set_content(body)
    if html:
        mail.add_alternative(html, subtype="html")
    if file:
        mail.add_attachment(b"bytes", maintype="application", subtype="pdf", filename=file)
    return mail.as_bytes()
