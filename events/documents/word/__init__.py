"""The document in Word: the only importer of docx and docxtpl; blocks in, the bytes of a DOCX file out.

`document.docx` is the template, made by `python -m events.documents.word.make_template`; `document.document_docx` fills
it. What a style looks like is in the template alone, what stands in which style in `body`.
"""
