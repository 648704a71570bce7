using System.Net;

namespace Ocis.Mail;

/// <summary>What somebody sees who follows a link in a message: it asks, and what is posted to the same address acts.</summary>
internal static class LinkPage
{
    public static IResult Asking(string title, string text, string button) =>
        Page(title, text, $"""<form method="post"><button type="submit">{WebUtility.HtmlEncode(button)}</button></form>""");

    public static IResult Done(string title, string text) => Page(title, text, "");

    // The form has no action: it posts to where it is, the link's own value included.
    private static IResult Page(string title, string text, string form) => Results.Content(
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body><main><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p>{form}</main></body>
        </html>
        """,
        "text/html; charset=utf-8");
}
