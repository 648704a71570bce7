namespace PolicyAsCode.AspNetCore;

/// <summary>What all pages share.</summary>
internal static class Shell
{
    public static Html Around(Page page, string controller, string title, Html body)
    {
        var words = page.Words;
        return $"""
            <!doctype html>
            <html lang="{words.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title} · {controller}</title>
            <link rel="stylesheet" href="{page.Link("/style.css")}">
            </head>
            <body>
            <a class="skip" href="#main">{words["Skip"]}</a>
            <header>
            <div class="bar">
            <a class="brand" href="{page.Link("/")}"><svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false"><path d="M12 2 4 5v6c0 5 3.4 9.4 8 11 4.6-1.6 8-6 8-11V5z" fill="currentColor"/><path d="m8 12 3 3 5-6" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg><span><strong>{controller}</strong> <span class="where">{words["Brand"]}</span></span></a>
            <nav aria-label="{words["Languages"]}">{Html.Join(Languages(page))}</nav>
            </div>
            </header>
            <main id="main" tabindex="-1">
            {body}
            </main>
            <footer><div class="bar"><p>{words["Footer"]}</p></div></footer>
            </body>
            </html>
            """;
    }

    private static IEnumerable<Html> Languages(Page page)
    {
        foreach (var catalog in PageCatalog.All.OrderBy(catalog => catalog.Language, StringComparer.Ordinal))
        {
            if (catalog == page.Words)
                yield return $"""<span class="language" lang="{catalog.Language}" aria-current="true">{catalog["Language"]}</span>""";
            else
                yield return $"""<a class="language" lang="{catalog.Language}" hreflang="{catalog.Language}" href="{page.In(catalog.Language)}">{catalog["Language"]}</a>""";
        }
    }
}
