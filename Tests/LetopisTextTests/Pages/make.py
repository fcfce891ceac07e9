#!/usr/bin/env python3
"""Makes the pages beside this file: make.py [FOLDER]. Templates imitate how kinds of news sites are built; the articles are in articles.py.

For each page NAME.html there is NAME.json with what the author wrote: text (paragraphs between empty lines), title, author, published, lang and,
where the template needs them, the address and the charset of the header. The pages differ by what stands around the article, which is drawn from
a seed made of the name: the same names give the same pages.
"""
import html
import json
import os
import random
import sys

from articles import ARTICLES

TEASERS = {
    "ru": ["В Заречье закрыли на ремонт вокзал", "Цены на проезд вырастут с понедельника", "Учёные нашли в озере новый вид рачков",
           "Синоптики обещают заморозки", "«Волна» проиграла дома", "Почему в городе пахнет дымом: объясняет эколог",
           "Пенсионер отдал дом под библиотеку", "Двое пострадали при пожаре на складе", "Как получить вычет за лечение: пять шагов",
           "Министр ответил на критику фермеров", "Что изменится в июне", "Кот прошёл двести километров и вернулся"],
    "uk": ["На Поділлі закрили на ремонт вокзал", "Проїзд подорожчає з понеділка", "Науковці знайшли новий вид рачків", "Синоптики обіцяють заморозки",
           "Чому в місті пахне димом", "Пенсіонер віддав хату під бібліотеку", "Двоє постраждали на пожежі", "Що зміниться в червні",
           "Кіт пройшов двісті кілометрів і повернувся додому"],
    "en": ["Station to close for six months of repairs", "Fares to rise from Monday", "New species of shrimp found in lake", "Frost warning for the north",
           "Why the town smells of smoke", "Pensioner gives house away for a library", "Two hurt in warehouse fire", "What changes in June",
           "Cat walks two hundred miles home"],
}
BLURBS = {
    "ru": ["Работы продлятся до зимы, пассажиров просят пользоваться автобусами. Расписание обещают вывесить на неделе.",
           "Комиссия утвердила новый тариф, несмотря на протесты перевозчиков и обращение прокурора района.",
           "Открытие сделали случайно, когда проверяли очистные сооружения. Рачкам уже придумали имя."],
    "uk": ["Роботи триватимуть до зими, пасажирів просять користуватися автобусами. Розклад обіцяють оприлюднити за тиждень.",
           "Комісія затвердила новий тариф попри протести перевізників і звернення прокурора району."],
    "en": ["Work will last into winter and passengers are asked to use buses. A timetable is promised within the week.",
           "The commission approved the new tariff despite protests from operators and a letter from the regulator."],
}
WORDS = {
    "ru": dict(see="Читайте также", related="Материалы по теме", share="Поделиться", comments="Комментарии", tags="Теги", photo="Фото", subscribe="Подписывайтесь на наш канал, чтобы первыми узнавать о главном.",
               cookie="Мы используем файлы cookie, чтобы сайт работал лучше. Оставаясь на сайте, вы соглашаетесь с условиями их использования.",
               menu=["Главная", "Политика", "Экономика", "Общество", "Спорт", "Культура", "Архив"], rights="Все права защищены. Перепечатка только с письменного согласия редакции.",
               error="Нашли ошибку? Выделите её и нажмите Ctrl+Enter.", views="Просмотров", read="Время чтения: 2 минуты", latest="Последние новости", popular="Самое читаемое",
               comment=["Давно пора было это сделать, а то обещают каждый год одно и то же.", "А кто за это заплатит? Опять мы с вами, дорогие товарищи.", "Не верю ни одному слову, приезжайте и посмотрите сами!"], author="Автор"),
    "uk": dict(see="Читайте також", related="Матеріали за темою", share="Поділитися", comments="Коментарі", tags="Теги", photo="Фото", subscribe="Підписуйтесь на наш канал, щоб першими дізнаватися про головне.",
               cookie="Ми використовуємо файли cookie, щоб сайт працював краще. Залишаючись на сайті, ви погоджуєтеся з умовами їх використання.",
               menu=["Головна", "Політика", "Економіка", "Суспільство", "Спорт", "Культура", "Архів"], rights="Усі права захищені. Передрук лише з письмової згоди редакції.",
               error="Якщо ви помітили помилку, виділіть її та натисніть Ctrl+Enter.", views="Переглядів", read="Час читання: 2 хвилини", latest="Останні новини", popular="Найчитаніше",
               comment=["Давно пора було це зробити, бо обіцяють щороку одне й те саме.", "А хто за це заплатить? Знову ми з вами."], author="Автор"),
    "en": dict(see="Read also", related="Related", share="Share", comments="Comments", tags="Tags", photo="Photo", subscribe="Sign up for our newsletter and never miss a story.",
               cookie="We use cookies to improve this site. By continuing to browse you agree to our use of cookies.",
               menu=["Home", "Politics", "Business", "Local", "Sport", "Culture", "Archive"], rights="All rights reserved. No part of this site may be reproduced without permission.",
               error="Spotted a mistake? Let us know.", views="Views", read="2 minute read", latest="Latest news", popular="Most read",
               comment=["About time too, they promise the same thing every single year.", "And who is going to pay for it? You and me again, that is who."], author="By"),
}
MONTHS = {"ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
          "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(),
          "en": "January February March April May June July August September October November December".split()}


class Site:
    """What a template draws on: the article, its language's words, chance."""

    def __init__(self, article, name, outlet, domain):
        self.a, self.rng, self.outlet, self.domain = article, random.Random(name), outlet, domain
        self.w, self.lang, self.title = WORDS[article["lang"]], article["lang"], article["title"]
        self.paragraphs = article["text"].split("\n\n")
        self.url = f"https://{domain}/news/{article['published'][:4]}/{article['id']}.html"
        self.expected = []

    def day(self, time=True):
        year, month, day = self.a["published"][:10].split("-")
        text = f"{int(day)} {MONTHS[self.lang][int(month) - 1]} {year}"
        return f"{text}, {self.a['published'][11:16]}" if time else text

    def teasers(self, count):
        return self.rng.sample(TEASERS[self.lang], min(count, len(TEASERS[self.lang])))

    def blurb(self):
        return self.rng.choice(BLURBS[self.lang])

    def say(self, text):
        """Notes text as the author's, and gives it as HTML."""
        self.expected.append(text)
        return html.escape(text, quote=False)

    def parts(self):
        """The paragraphs with their kinds: heading, quotation, item, text."""
        for paragraph in self.paragraphs:
            for mark, kind in (("## ", "heading"), ("> ", "quote"), ("- ", "item")):
                if paragraph.startswith(mark):
                    yield kind, self.say(paragraph[len(mark):])
                    break
            else:
                yield "text", self.say(paragraph)

    def body(self, p="<p>{}</p>", heading="<h2>{}</h2>", quote="<blockquote><p>{}</p></blockquote>", item="<ul><li>{}</li></ul>", between=None):
        """The article's body; `between` gives what stands after each paragraph."""
        out = []
        for number, (kind, text) in enumerate(self.parts()):
            out.append({"text": p, "heading": heading, "quote": quote, "item": item}[kind].format(text))
            if between and kind == "text":
                out.append(between(number) or "")
        return "\n".join(out).replace("</ul>\n\n<ul>", "\n").replace("</ul>\n<ul>", "\n")

    def links(self, count, item='<li><a href="{}">{}</a></li>'):
        return "\n".join(item.format(f"/news/{self.rng.randrange(10 ** 6)}", html.escape(t)) for t in self.teasers(count))

    def menu(self, item='<li><a href="/{}">{}</a></li>'):
        return "".join(item.format(n, t) for n, t in enumerate(self.w["menu"]))

    def comments(self, item):
        return "\n".join(item.format(name=n, text=t) for n, t in zip(["Петрович", "Lena77", "Гость"], self.w["comment"]))

    def lead(self, form):
        return form.format(self.say(self.a["lead"])) if self.a["lead"] else ""


def head(s, extra="", charset='<meta charset="utf-8">', title="{title} | {outlet}"):
    return f"""<!DOCTYPE html>
<html lang="{s.lang}">
<head>
{charset}
<title>{html.escape(title.format(title=s.title, outlet=s.outlet))}</title>
<meta name="viewport" content="width=device-width">
{extra}
<style>.a{{color:red}} .b > p {{margin:0}}</style>
<script>window.dataLayer=[];function g(){{dataLayer.push("<p>не текст</p>")}}</script>
</head>"""


def og(s, time=True):
    stamp = f'<meta property="article:published_time" content="{s.a["published"]}">' if time else ""
    return f"""<link rel="canonical" href="{s.url}">
<meta property="og:title" content="{html.escape(s.title)}"><meta property="og:site_name" content="{s.outlet}">
<meta property="og:url" content="{s.url}"><meta property="og:type" content="article">{stamp}"""


def wordpress(s):
    related = f'<div class="jp-relatedposts" id="jp-relatedposts"><h3>{s.w["related"]}</h3><ul>{s.links(3)}</ul></div>'
    inner = lambda n: f'<p>{s.w["see"]}: <a href="/?p={n}">{s.teasers(1)[0]}</a></p>' if n == 2 else ""
    return f"""{head(s, og(s) + '<meta name="generator" content="WordPress 6.4">', title="{title} – {outlet}")}
<body class="post-template-default single single-post postid-4711 has-sidebar comments-open">
<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip</a>
<header class="site-header"><div class="site-branding"><a href="/">{s.outlet}</a></div><nav class="main-navigation"><ul>{s.menu()}</ul></nav></header>
<div id="content" class="site-content"><main id="main" class="site-main">
<article id="post-4711" class="post-4711 post type-post status-publish format-standard hentry category-news">
<header class="entry-header"><h1 class="entry-title">{s.title}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{s.a['published']}">{s.day()}</time></span>
<span class="byline">{s.w['author']} <span class="author vcard"><a rel="author" href="/author/1">{s.a['author'] or ''}</a></span></span></div></header>
<figure class="wp-block-image"><img src="1.jpg"><figcaption class="wp-element-caption">{s.w['photo']}: {s.outlet}. {s.blurb()}</figcaption></figure>
<div class="entry-content">{s.lead('<p><strong>{}</strong></p>')}
{s.body(between=inner)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{s.w['share']}:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">Telegram</a></li></ul></div>
{related}</div>
<footer class="entry-footer"><span class="tags-links">{s.w['tags']}: <a href="/t/1">Заречье</a>, <a href="/t/2">мост</a></span></footer></article>
<nav class="post-navigation"><a href="/p">{s.teasers(1)[0]}</a><a href="/n">{s.teasers(1)[0]}</a></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">{s.w['comments']}: 3</h2><ol class="comment-list">
{s.comments('<li class="comment"><b class="fn">{name}</b><div class="comment-content"><p>{text}</p></div></li>')}</ol></div></main>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>{s.w['latest']}</h2><ul>{s.links(6)}</ul></section></aside></div>
<footer id="colophon" class="site-footer"><p>© 2025 {s.outlet}. {s.w['rights']}</p></footer></div>
<div id="cookie-notice" role="banner"><span>{s.w['cookie']}</span><button>OK</button></div></body></html>"""


def linked(s, body):
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": s.outlet}, {
        "@type": "NewsArticle", "headline": s.title, "datePublished": s.a["published"], "dateModified": s.a["published"],
        "publisher": {"@type": "Organization", "name": s.outlet}, "mainEntityOfPage": {"@id": s.url}, "inLanguage": s.lang}]}
    if s.a["author"]:
        data["@graph"][1]["author"] = [{"@type": "Person", "name": s.a["author"]}]
    if body:
        data["@graph"][1]["articleBody"] = body
    return '<script type="application/ld+json">' + json.dumps(data, ensure_ascii=False) + "</script>"


def plain(s):
    lead = [s.a["lead"]] if s.a["lead"] else []
    return lead + [p.removeprefix("## ").removeprefix("> ").removeprefix("- ") for p in s.paragraphs]


def agency(s):
    side = "\n".join(f'<div class="lenta__item"><a href="/{n}"><span class="lenta__time">1{n}:0{n}</span>{t}</a></div>' for n, t in enumerate(s.teasers(8)))
    block = lambda n: f'<div class="article__block" data-type="article"><div class="article__article"><a href="/{n}"><span class="article__article-image"></span><span class="article__article-desc"><span class="article__article-title">{s.teasers(1)[0]}</span></span></a><span class="article__article-info">Вчера, 11:20</span></div></div>' if n in (1, 3) else ""
    return f"""{head(s, og(s) + linked(s, " ".join(plain(s))), title="{title} - {outlet}, {outlet}")}
<body class="m-article-page"><div class="page"><div class="widgets"><div class="widget lenta" data-section="lenta"><h3>{s.w['latest']}</h3>{side}</div></div>
<div class="header"><a href="/">{s.outlet}</a>{s.menu('<a class="header__menu-item" href="/{}">{}</a>')}</div>
<div class="layout-article"><div class="layout-article__main"><div class="article m-article">
<div class="article__header"><div class="article__info"><div class="article__info-date"><a href="/2024/">{s.a['published'][11:16]} {'.'.join(reversed(s.a['published'][:10].split('-')))}</a></div><div class="article__info-statistic">{s.w['views']}: 1204</div></div>
<h1 class="article__title">{s.title}</h1><h2 class="article__second-title"></h2></div>
<div class="article__announce"><div class="media"><div class="photoview__open"><img src="2.jpg"></div><div class="media__copyright"><div class="media__copyright-item">© {s.outlet} / {s.a['author'] or 'И. Снимков'}</div><div class="media__description">{s.blurb()}</div></div></div></div>
<div class="article__body js-mediator-article mia-analytics">{s.lead('<div class="article__block" data-type="text"><div class="article__text"><strong>{}</strong></div></div>')}
{s.body(p='<div class="article__block" data-type="text"><div class="article__text">{}</div></div>', heading='<div class="article__block" data-type="h3"><h3 class="article__h3">{}</h3></div>', quote='<div class="article__block" data-type="quote"><div class="article__quote"><div class="article__quote-text">{}</div></div></div>', item='<div class="article__block" data-type="list"><ul class="article__list"><li>{}</li></ul></div>', between=block)}
</div><div class="article__tags"><a class="article__tags-item" href="/t">В мире</a><a class="article__tags-item" href="/u">{s.outlet}</a></div>
<div class="article__userbar"><div class="emoji">Нравится 12</div></div></div>
<div class="endless"><div class="recommend"><h3>{s.w['popular']}</h3>{s.links(5, '<div class="recommend__place"><a href="{}">{}</a></div>')}</div></div>
</div></div><div class="footer"><p>{s.w['rights']}</p><p>Сетевое издание зарегистрировано в надзорном ведомстве. Свидетельство о регистрации выдано в 2014 году.</p></div></div></body></html>"""


def oldtable(s):
    text = "<br><br>\n&nbsp;&nbsp;&nbsp;".join(t for _, t in s.parts())
    lead = s.lead("<b>{}</b><br><br>\n")
    if lead:
        s.expected.insert(0, s.expected.pop())
    left = "".join(f'<tr><td bgcolor=#eeeeee><a href="/rub{n}.php"><font size=2>{t}</font></a></td></tr>' for n, t in enumerate(s.w["menu"]))
    right = "".join(f'<tr><td><font size=1>{n + 9}:15</font> <a href="news.php?id={n}"><font size=2>{t}</font></a><br><font size=1>{s.blurb()}</font></td></tr>' for n, t in enumerate(s.teasers(5)))
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=%CHARSET%">
<TITLE>{s.outlet} :: {s.title}</TITLE></HEAD>
<BODY BGCOLOR=white TEXT=black LINK=#003366><CENTER><TABLE WIDTH=980 BORDER=0 CELLPADDING=4>
<TR><TD COLSPAN=3 BGCOLOR=#003366><FONT COLOR=white SIZE=5>{s.outlet}</FONT><BR><FONT SIZE=1 COLOR=white>{s.day(False)} | <A HREF=/>на главную</A></FONT></TD></TR>
<TR VALIGN=top><TD WIDTH=140><TABLE>{left}</TABLE><BR><IMG SRC=counter.gif></TD>
<TD WIDTH=600><FONT SIZE=1 COLOR=gray>{s.day()}</FONT><H1><FONT SIZE=4>{s.title}</FONT></H1>
<TABLE ALIGN=right WIDTH=200><TR><TD><IMG SRC=foto.jpg></TD></TR></TABLE>
{lead}&nbsp;&nbsp;&nbsp;{text}
<BR><BR><DIV ALIGN=right><I>{s.a['author'] or ''}</I></DIV>
<HR><FONT SIZE=1><A HREF=print.php>Версия для печати</A> | <A HREF=mail.php>Отправить другу</A></FONT></TD>
<TD WIDTH=240><B>{s.w['latest']}</B><TABLE>{right}</TABLE></TD></TR>
<TR><TD COLSPAN=3 ALIGN=center><FONT SIZE=1>&copy; {s.outlet}, 1999-2024. {s.w['rights']}</FONT></TD></TR></TABLE></CENTER></BODY></HTML>"""


def live(s):
    posts = []
    for n, (kind, text) in enumerate(s.parts()):
        posts.append((n, f"<h3>{text}</h3>" if kind == "heading" else f"<p>{text}</p>"))
    rendered = "\n".join(f'<div class="live-post" id="post-{n}"><div class="live-post__time"><time datetime="{s.a["published"][:11]}1{n % 10}:0{n % 6}:00">1{n % 10}:0{n % 6}</time></div><div class="live-post__body post-text">{p}</div><div class="live-post__share"><a href="#">{s.w["share"]}</a></div></div>' for n, p in posts)
    first = s.lead('<div class="live-header__lead lead">{}</div>')
    if first:
        s.expected.insert(0, s.expected.pop())
    return f"""{head(s, og(s) + linked(s, None).replace('NewsArticle', 'LiveBlogPosting'))}
<body><div id="app"><header class="top-nav"><a href="/">{s.outlet}</a><ul>{s.menu()}</ul></header>
<main class="live"><div class="live-header"><span class="badge">LIVE</span><h1>{s.title}</h1>{first}</div>
<div class="live-posts">{rendered}</div>
<section class="most-read"><h2>{s.w['popular']}</h2><ul>{s.links(5)}</ul></section></main>
<div class="cookie-banner"><p>{s.w['cookie']}</p></div><footer>{s.w['rights']}</footer></div></body></html>"""


def amp(s):
    s.expected_first = None
    return f"""<!doctype html><html amp lang="{s.lang}"><head><meta charset="utf-8"><script async src="v0.js"></script>
<title>{s.title}</title><link rel="canonical" href="{s.url}"><meta name="viewport" content="width=device-width">
{linked(s, None)}<style amp-boilerplate>body{{animation:x}}</style></head><body>
<amp-sidebar id="menu" layout="nodisplay"><ul>{s.menu()}</ul></amp-sidebar>
<header class="headerbar"><div class="site-name">{s.outlet}</div></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{s.title}</h1>
<div class="amp-wp-meta amp-wp-posted-on"><time datetime="{s.a['published']}">{s.day()}</time></div><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">{s.a['author'] or ''}</span></div></header>
<figure class="amp-wp-article-featured-image"><amp-img src="1.jpg" width="900" height="600"></amp-img><figcaption class="wp-caption-text">{s.blurb()}</figcaption></figure>
<div class="amp-wp-article-content">{s.lead('<p>{}</p>')}{s.body(between=lambda n: '<amp-ad width="300" height="250" type="x"><div placeholder>Реклама</div></amp-ad>' if n == 1 else '')}
<amp-embed width="100" type="taboola"></amp-embed></div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">{s.w['tags']}: <a href="/t">{s.a['rubric']}</a></div></footer></article>
<footer class="amp-wp-footer"><div><h2>{s.outlet}</h2><a href="#top">Наверх</a><p>{s.w['rights']}</p></div></footer>
<amp-consent id="c" layout="nodisplay"><div>{s.w['cookie']}</div></amp-consent></body></html>"""


def angular(s):
    g = "_ngcontent-serverapp-c" + str(s.rng.randrange(100, 200))
    d = lambda text, c: f'<div {g}="" class="{c}">{text}</div>'
    cards = "".join(d(d(f'<a {g}="" href="/m/{n}">{t}</a>', "ab3") + d(s.blurb(), "ab4"), "ab2") for n, t in enumerate(s.teasers(4)))
    return f"""{head(s, og(s, time=False) + f'<meta name="date" content="{s.a["published"]}"><base href="/">')}
<body><app-root ng-version="15.2.0" {g}=""><app-header {g}="">{d(''.join(d(f'<a href="/{n}">{t}</a>', 'zz1') for n, t in enumerate(s.w['menu'])), 'zz0')}</app-header>
<app-news-view {g}="">{d(d(d(s.title, 'q1 xl'), 'q0') + d(s.day(), 'q2') + d(s.lead('<div class="q7">{}</div>') + s.body(p=f'<div {g}="" class="q4"><span {g}="">{{}}</span></div>', heading=f'<div {g}="" class="q5">{{}}</div>', quote=f'<div {g}="" class="q6">{{}}</div>', item=f'<div {g}="" class="q4">{{}}</div>'), 'q3'), 'w0')}
{d(cards, 'ab1')}</app-news-view>
<app-footer {g}="">{d(s.w['rights'], 'ft1')}{d(s.w['cookie'], 'ft2 cookie-plate')}</app-footer></app-root>
<script id="serverApp-state" type="application/json">{{&q;x&q;:1}}</script></body></html>"""


def drupal(s):
    return f"""{head(s, og(s, time=False) + '<meta name="Generator" content="Drupal 9">')}
<body class="path-node page-node-type-news"><div class="dialog-off-canvas-main-canvas"><header role="banner"><div class="region region-header"><div id="block-menu" class="block block-menu"><ul class="menu">{s.menu()}</ul></div></div></header>
<main role="main"><div class="layout-content"><div class="region region-content"><div id="block-title" class="block"><h1 class="page-header"><span>{s.title}</span></h1></div>
<article role="article" about="/node/7" class="node node--type-news node--view-mode-full clearfix"><footer class="node__meta"><div class="node__submitted">{s.w['author']}: <span class="username">{s.a['author'] or 'admin'}</span>, <time datetime="{s.a['published']}">{s.day()}</time></div></footer>
<div class="node__content"><div class="field field--name-field-image"><img src="a.jpg" alt=""><div class="field--name-field-image-credit">{s.w['photo']}: {s.outlet}</div></div>
{s.lead('<div class="field field--name-field-lead field--type-string lead">{}</div>')}
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{s.body()}</div>
<div class="field field--name-field-tags"><div class="field__label">{s.w['tags']}</div><div class="field__items"><a href="/t/1">{s.a['rubric']}</a></div></div>
<div class="a2a_kit social"><a href="#">Facebook</a><a href="#">X</a></div></div></article>
<div class="views-element-container block block-views-blockrelated"><h2>{s.w['related']}</h2><div class="view-content">{s.links(4, '<div class="views-row"><a href="{}">{}</a></div>')}</div></div>
<section class="field--name-comment comment-wrapper"><h2>{s.w['comments']}</h2>{s.comments('<article class="comment js-comment"><footer>{name}</footer><div class="content"><p>{text}</p></div></article>')}</section></div></div></main>
<footer class="site-footer"><p>{s.w['rights']}</p></footer></div></body></html>"""


def tabloid(s):
    def between(n):
        if n == 0:
            return f'<div class="inject read-more-block"><div class="inject__label">{s.w["see"]}</div><a class="inject__link" href="/s/{n}"><b>{s.teasers(1)[0]}</b><span>{s.blurb()}</span></a></div>'
        if n == 2:
            return f'<p><b>{s.w["see"]}:</b> <a href="/s/{n}">{s.teasers(1)[0]}</a></p>'
        if n == 3:
            return f'<div class="banner-inline" id="adfox_1">Реклама 18+</div><p><a href="https://t.me/x">{s.w["subscribe"]}</a></p>'
        return f'<figure><img src="{n}.jpg"><figcaption>{s.w["photo"]}: {s.outlet} / {s.blurb()}</figcaption></figure>' if n == 4 else ""
    return f"""{head(s, og(s) + linked(s, None), title="{title}: {outlet}")}
<body class="with-sidebar"><div class="cookies-popup"><p>{s.w['cookie']}</p></div><div class="header"><a class="logo" href="/">{s.outlet}</a><div class="menu">{s.menu('<a href="/{}">{}</a>')}</div></div>
<div class="wrapper"><div class="column-main"><div class="breadcrumbs"><a href="/">{s.w['menu'][0]}</a> / <a href="/r">{s.a['rubric']}</a></div>
<div class="material"><h1 class="material__title">{s.title}!</h1><div class="material__meta"><span class="date">{s.day()}</span><span class="views">{s.w['views']}: 90 541</span><a class="author-link" rel="author" href="/a">{s.a['author'] or ''}</a></div>
<div class="share-top"><a href="#">VK</a><a href="#">OK</a><a href="#">TG</a></div>
{s.lead('<div class="material__lead subtitle">{}</div>')}
<div class="material__content js-content">{s.body(between=between)}
<p>{s.w['error']}</p></div>
<div class="material__tags">{s.w['tags']}: <a href="/1">{s.a['rubric']}</a> <a href="/2">скандалы</a></div></div>
<div class="grid-news"><h3>{s.w['see']}</h3>{s.links(6, '<div class="grid-news__item"><a href="{}">{}</a></div>')}</div></div>
<div class="sidebar sticky"><h3>{s.w['popular']}</h3>{"".join(f'<div class="card"><a href="/{n}">{t}</a><p>{s.blurb()}</p></div>' for n, t in enumerate(s.teasers(5)))}</div></div>
<div class="footer">{s.w['rights']}</div></body></html>"""


def portal(s):
    """A younger site: classes made by a build tool, the text in `article` with `section`s, boxes between."""
    c = lambda name: f"{name}_{s.rng.randrange(16 ** 5):05x}"
    box = lambda n: f'<div class="{c("ReadAlso_root")}"><p class="{c("ReadAlso_title")}">{s.w["see"]}</p><ul>{s.links(2)}</ul></div>' if n == 1 else ""
    p = c("Text_paragraph")
    return f"""{head(s, og(s) + linked(s, None), title="{title} — {outlet}")}
<body><div id="__next"><header class="{c('Header_root')}"><a href="/"><svg><title>{s.outlet}</title><path d="M0"/></svg></a><nav>{s.menu('<a href="/{}">{}</a>')}</nav></header>
<main class="{c('Layout_main')}"><article class="{c('Article_root')}"><div class="{c('Rubric_root')}"><a href="/r">{s.a['rubric']}</a></div><h1 class="{c('Title_root')}">{s.title}</h1>
{s.lead('<p class="' + c('Lead_root') + '">{}</p>')}
<div class="{c('Byline_root')}"><a href="/authors/1">{s.a['author'] or ''}</a><time datetime="{s.a['published']}">{s.day()}</time><span>{s.w['read']}</span></div>
<section>{s.body(p='<p class="' + p + '">{}</p>', between=box)}</section>
<div class="{c('Subscribe_root')}"><p>{s.w['subscribe']}</p><form><input name="email"><button>OK</button></form></div></article>
<section class="{c('Related_root')}"><h2>{s.w['related']}</h2>{"".join(f'<article class="{c("Card_root")}"><h3><a href="/{n}">{t}</a></h3><p>{s.blurb()}</p></article>' for n, t in enumerate(s.teasers(4)))}</section></main>
<footer>{s.w['rights']}</footer></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{}}}}</script></body></html>"""


def broadcaster(s):
    """An English broadcaster: many small `div`s with data attributes."""
    block = lambda n: f'<div data-component="links-block"><ul role="list">{s.links(2)}</ul></div>' if n == 2 else ""
    return f"""{head(s, og(s, time=False) + linked(s, None), title="{title} - {outlet} News")}
<body><div id="cookiePrompt" class="consent"><h2>Cookies</h2><p>{s.w['cookie']}</p><button>Yes</button></div>
<div role="navigation" class="orb-nav"><ul>{s.menu()}</ul></div><main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper">
<header data-component="headline-block"><h1 id="main-heading">{s.title}</h1></header>
<div data-component="byline-block" class="ssrcss-Byline"><div class="ssrcss-TextContributorName">{s.w['author']} {s.a['author']}</div><div>{s.outlet} {s.a['rubric']}</div></div>
<div data-component="image-block"><figure><img src="x.jpg"><figcaption><span class="visually-hidden">Image caption, </span>{s.blurb()}</figcaption></figure></div>
{s.lead('<div data-component="text-block"><div class="ssrcss-RichText"><p><b>{}</b></p></div></div>')}
{s.body(p='<div data-component="text-block"><div class="ssrcss-RichText"><p>{}</p></div></div>', heading='<div data-component="subheadline-block"><h2>{}</h2></div>', between=block)}
<section data-component="topic-list"><h2>{s.w['related']}</h2>{s.links(4, '<li><a href="{}">{}</a></li>')}</section>
<div data-component="mps"><p>{s.w['subscribe']}</p></div></article>
<aside><h2>{s.w['popular']}</h2><ol>{s.links(6)}</ol></aside></main><footer role="contentinfo"><p>{s.w['rights']}</p></footer></body></html>"""


def script_only(s):
    """A page that a browser would fill: the text is only in JSON-LD."""
    body = "\n\n".join(plain(s))
    s.expected = plain(s)
    return f"""{head(s, og(s) + linked(s, body))}<body><div id="root"><div class="spinner">…</div></div><noscript>JavaScript is needed to read this page.</noscript>
<div class="cookie">{s.w['cookie']}</div><footer>{s.w['rights']}</footer></body></html>"""


def microdata(s):
    """A regional site of the 2010s: microdata, a Bitrix layout."""
    return f"""{head(s, og(s, time=False), title="{title} / {outlet}")}
<body><div id="panel"></div><div class="bx-wrapper"><div class="bx-header"><div class="bx-logo">{s.outlet}</div>{s.menu('<a class="bx-nav-1-lvl-link" href="/{}">{}</a>')}</div>
<div class="news-detail" itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" content="{s.a['published']}"><span class="news-date-time">{s.day(False)}</span>
<h1 itemprop="headline">{s.title}</h1><img class="detail_picture" src="p.jpg"><div class="img-caption">{s.w['photo']}: {s.outlet}</div>
{s.lead('<div class="news-anons" itemprop="description">{}</div>')}
<div itemprop="articleBody" class="detail_text">{s.body(p='{}<br /><br />', heading='<b>{}</b><br /><br />', quote='<i>{}</i><br /><br />', item='{}<br /><br />')}</div>
<div itemprop="author" itemscope><span itemprop="name">{s.a['author'] or s.outlet}</span></div><div class="ya-share2" data-services="vk,ok"></div></div>
<div class="news-list-other"><h4>{s.w['latest']}</h4>{"".join(f'<p class="news-item"><span class="news-date-time">01.02.2024</span> <a href="/{n}"><b>{t}</b></a><br/>{s.blurb()}</p>' for n, t in enumerate(s.teasers(5)))}</div></div>
<div class="bx-footer">{s.w['rights']}</div></body></html>"""


TEMPLATES = [
    # template, outlet, domain, charset, articles
    (wordpress, "Заречье сегодня", "zarechye.example", "utf-8", ["bridge", "storm", "clinic", "dam"]),
    (agency, "Вестник-Информ", "vestnik.example", "utf-8", ["talks", "budget", "election", "port"]),
    (oldtable, "Старый город", "starygorod.example", "windows-1251", ["museum", "match", "court", "talks"]),
    (oldtable, "Северный курьер", "kurier.example", "koi8-r", ["port", "storm"]),
    (live, "Эфир", "efir.example", "utf-8", ["storm", "talks", "election"]),
    (amp, "Город А", "gorod-a.example", "utf-8", ["museum", "bridge", "school", "library"]),
    (angular, "Порталъ", "portal.example", "utf-8", ["clinic", "court", "grain", "budget"]),
    (drupal, "Академгородок", "akadem.example", "utf-8", ["match", "port", "dam"]),
    (tabloid, "Жёлтая газета", "yellow.example", "utf-8", ["storm", "museum", "clinic", "match"]),
    (portal, "Хвиля дня", "hvylia.example", "utf-8", ["dam", "school", "grain", "election"]),
    (broadcaster, "Northern Broadcasting", "nb.example", "utf-8", ["ferry", "library"]),
    (wordpress, "Harbury Post", "harburypost.example", "utf-8", ["library", "ferry"]),
    (script_only, "Новый экран", "ekran.example", "utf-8", ["court", "budget"]),
    (microdata, "Край.инфо", "krai.example", "utf-8", ["clinic", "bridge", "budget"]),
    (microdata, "Край.инфо", "krai.example", "utf-16", ["museum"]),
]


def pages():
    articles = {article["id"]: article for article in ARTICLES}
    for template, outlet, domain, charset, ids in TEMPLATES:
        for id in ids:
            name = f"{template.__name__.replace('_', '-')}-{domain.split('.')[0]}-{id}" + ("" if charset == "utf-8" else f"-{charset}")
            site = Site(articles[id], name, outlet, domain)
            page = template(site).replace("%CHARSET%", charset)
            article = site.a
            author = article["author"] if (article["author"] or "-") in template(Site(articles[id], name, outlet, domain)) else None
            # A page that gives only its readers the time gives no zone.
            published = article["published"] if article["published"][:13] in page else article["published"][:16]
            facts = dict(title=article["title"], author=author, published=published, outlet=outlet, lang=article["lang"], text="\n\n".join(site.expected))
            yield name, page.encode(charset, "xmlcharrefreplace"), facts


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    for name, page, facts in pages():
        with open(os.path.join(folder, name + ".html"), "wb") as file:
            file.write(page)
        with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
            json.dump(facts, file, ensure_ascii=False, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()
