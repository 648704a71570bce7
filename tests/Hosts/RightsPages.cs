using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PolicyAsCode.Tests;

/// <summary>Somebody before the pages for rights, as a program that speaks JSON: cookies, and the token of the forms.</summary>
/// <param name="browser">Who they are signed in as, if they are.</param>
/// <param name="pages">Where the application has the pages.</param>
/// <param name="language">Which they read, such as <c>id</c>.</param>
internal abstract class RightsPages(HttpClient browser, string pages, string language)
{
    public async Task<JsonElement> SeeAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await AnswerAsync(request, expected);
    }

    public async Task<JsonElement> DoAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var token = (await SeeAsync($"{pages}/")).GetProperty("token").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", token);
        return await AnswerAsync(request, expected);
    }

    public Task<string> PageAsync(string path) => browser.GetStringAsync(path);

    private async Task<JsonElement> AnswerAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var answer = await browser.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{request.Method} {request.RequestUri}: {answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
