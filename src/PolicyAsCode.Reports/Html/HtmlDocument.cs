using System.Security.Cryptography;

namespace PolicyAsCode.Reports.Html;

/// <summary>
/// A page that is whole by itself: its style and its script inside, and a content security policy that lets a browser run
/// these two, by their hash, and nothing else.
/// </summary>
internal static class HtmlDocument
{
    /// <summary>The page around a body.</summary>
    /// <param name="language">The code of its language.</param>
    /// <param name="title">Its title.</param>
    /// <param name="style">The name of its style sheet among our resources.</param>
    /// <param name="script">The name of its script; null for none.</param>
    /// <param name="body">Writes what is in it.</param>
    public static string Write(string language, string title, string style, string? script, Action<HtmlText> body)
    {
        var css = Resource(style);
        var js = script is null ? null : Resource(script);
        var html = new HtmlText();
        html.Own("<!DOCTYPE html>\n").Open("html", ("lang", language)).Line().Open("head").Line()
            .Open("meta", ("charset", "utf-8")).Line()
            .Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Allowed(css, js))).Line()
            .Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line()
            .Open("meta", ("name", "color-scheme"), ("content", "light dark")).Line()
            .Open("meta", ("name", "referrer"), ("content", "no-referrer")).Line()
            .Element("title", title).Line()
            .Open("style").Own(css).Close("style").Line().Close("head").Line().Open("body").Line();
        body(html);
        if (js is not null)
            html.Open("script").Own(js).Close("script").Line();
        return html.Close("body").Line().Close("html").Line().ToString();
    }

    private static string Allowed(string css, string? js)
    {
        var allowed = $"default-src 'none'; style-src 'sha256-{Hash(css)}'; base-uri 'none'; form-action 'none'";
        return js is null ? allowed : $"{allowed}; script-src 'sha256-{Hash(js)}'";
    }

    private static string Hash(string text)
    {
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    // A checkout may have made its line breaks longer: the same page everywhere.
    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlDocument).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
