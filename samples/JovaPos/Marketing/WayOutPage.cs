using System.Net;

namespace JovaPos.Marketing;

/// <summary>What somebody sees who follows the way out of a message: it asks, and what is posted to the same address acts.</summary>
internal static class WayOutPage
{
    private const string Title = "Berhenti menerima promosi";

    public static IResult Asking { get; } = Page(
        "Anda tidak akan menerima promosi lagi dari JOVA POS setelah Anda menyetujuinya di sini.",
        $"""<form method="post"><button type="submit">{Title}</button></form>""");

    public static IResult Done { get; } = Page("Anda tidak akan menerima promosi lagi.", "");

    // The form has no action: it posts to where it is, the link's own value included.
    private static IResult Page(string text, string form) => Results.Content(
        $"""
        <!doctype html>
        <html lang="id">
        <head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>{Title}</title></head>
        <body><main><h1>{Title}</h1><p>{WebUtility.HtmlEncode(text)}</p>{form}</main></body>
        </html>
        """,
        "text/html; charset=utf-8");
}
