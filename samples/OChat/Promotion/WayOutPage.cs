using System.Net;

namespace OChat.Promotion;

/// <summary>What somebody sees who follows the way out of a message: it asks, and what is posted to the same address acts.</summary>
internal static class WayOutPage
{
    private const string Title = "No more offers";

    public static IResult Asking { get; } = Page(
        "You get no more offers from OChat once you say so here.",
        $"""<form method="post"><button type="submit">{Title}</button></form>""");

    public static IResult Done { get; } = Page("You get no more offers.", "");

    // The form has no action: it posts to where it is, the link's own value included.
    private static IResult Page(string text, string form) => Results.Content(
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>{Title}</title></head>
        <body><main><h1>{Title}</h1><p>{WebUtility.HtmlEncode(text)}</p>{form}</main></body>
        </html>
        """,
        "text/html; charset=utf-8");
}
