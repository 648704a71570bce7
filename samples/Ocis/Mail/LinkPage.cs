using System.Net;

namespace Ocis.Mail;

/// <summary>What somebody sees who follows a link in a message: it asks, and what is posted to the same address acts.</summary>
internal static class LinkPage
{
    public static IResult Asking(
        string title, string text, string button, IReadOnlyList<LinkInput>? inputs = null, int status = StatusCodes.Status200OK) => Page(
        title, text,
        $"""<form method="post">{string.Concat((inputs ?? []).Select(Html))}<button type="submit">{Encoded(button)}</button></form>""", status);

    public static IResult Done(string title, string text, int status = StatusCodes.Status200OK) => Page(title, text, "", status);

    private static string Html(LinkInput input) => input switch
    {
        LinkField field => $"""<p><label>{Encoded(field.Label)} <input type="password" name="{field.Name}" autocomplete="current-password"></label></p>""",
        LinkTick tick => $"""<p><label><input type="checkbox" name="{tick.Name}" value="{Encoded(tick.Value)}"> {Encoded(tick.Label)}</label></p>""",
        _ => throw new ArgumentOutOfRangeException(nameof(input)),
    };

    // The form has no action: it posts to where it is, the link's own value included.
    private static IResult Page(string title, string text, string form, int status) => Results.Content(
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>{Encoded(title)}</title></head>
        <body><main><h1>{Encoded(title)}</h1><p>{Encoded(text)}</p>{form}</main></body>
        </html>
        """,
        "text/html; charset=utf-8", statusCode: status);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
