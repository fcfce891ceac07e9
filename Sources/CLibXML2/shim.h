#pragma once
#include <string.h>
/* libxml2's headers would bring ICU's, which clash with those that Foundation brings. Only fields at the end of a struct that is never used
   here depend on it. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

/* A push parser of HTML in UTF-8 that keeps no tree and prints nothing: it only calls these three. */
static inline htmlParserCtxtPtr letopis_html_parser(void *state, startElementSAXFunc start, endElementSAXFunc end, charactersSAXFunc text) {
    htmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.startElement = start;
    handler.endElement = end;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = text;
    htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(&handler, state, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (parser) htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    return parser;
}

/* How many elements are open. */
static inline int letopis_html_depth(htmlParserCtxtPtr parser) { return parser->nameNr; }
