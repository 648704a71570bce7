using System.Net;
using System.Net.Http.Json;
using Ocis.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Tests;

/// <summary>The way out of newsletters: a page asks, and what is posted acts; by one click from a mail program too [OCIS-2.4].</summary>
[Trait("Clause", "OCIS-2.4")]
public sealed class WayOutTests
{
    [Fact]
    public async Task To_look_at_the_link_ends_nothing_and_to_post_it_does()
    {
        await using var ocis = new OcisFactory();
        await (await ocis.EditorAsync()).PostAsJsonAsync("/newsletters", new { title = "Summer", text = "It comes." });
        var mail = ocis.Mail.Sent.Single(one => one.To == "mira@example.com");
        var link = mail.Text[mail.Text.IndexOf("/newsletter/unsubscribe", StringComparison.Ordinal)..];
        // Two letters went out, and each has its own.
        Assert.Equal(2, ocis.Mail.Sent.Count);
        Assert.Equal(2, ocis.Mail.WaysOut.Count);
        Assert.Equal(2, ocis.Mail.WaysOut.Select(headers => headers["List-Unsubscribe"]).Distinct().Count());
        Assert.All(ocis.Mail.WaysOut, headers => Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]));
        var stranger = ocis.Browser();
        var page = await stranger.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<form method=\"post\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await AgreesAsync(ocis));

        // RFC 8058: no cookie, no token, one field.
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await stranger.PostAsync(link, click)).StatusCode);
        Assert.False(await AgreesAsync(ocis));
        foreach (var headers in ocis.Mail.WaysOut)
        {
            var button = new Uri(headers["List-Unsubscribe"].Trim('<', '>'));
            Assert.Equal(("https", "ocis.example"), (button.Scheme, button.Host));
            Assert.Equal(HttpStatusCode.OK, (await stranger.PostAsync(button.PathAndQuery, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).StatusCode);
        }

        ocis.Mail.Sent.Clear();
        await (await ocis.EditorAsync()).PostAsJsonAsync("/newsletters", new { title = "Autumn", text = "It comes." });
        Assert.Empty(ocis.Mail.Sent);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync("/newsletter/unsubscribe?reader=" + OcisSeed.Jonas, null)).StatusCode);
    }

    private static Task<bool> AgreesAsync(OcisFactory ocis) => ocis.InAsync<IConsents, bool>(consents =>
        consents.IsGivenAsync(Subjects.User, OcisSeed.Mira.ToString(), Purposes.Promotion));
}
