"""What the office decides for all its meetings."""

from django.urls import path

from events.views import office

urlpatterns = [
    path("office/documents/", office.office_style, name="office_style"),
    path("office/documents/template.docx", office.word_template, name="word_template"),
]
