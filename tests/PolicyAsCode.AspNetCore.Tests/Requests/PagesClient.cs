using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>A browser without scripts: it keeps cookies, fills in the forms that it sees, and follows where it is sent.</summary>
internal sealed partial class PagesClient(TestServer server) : IDisposable
{
    private readonly HttpClient _http = new(new CookieJar(server.CreateHandler())) { BaseAddress = new("http://shop.example") };

    public string Language { get; set; } = "en";

    public bool IsProgram { get; set; }

    /// <summary>The page that is open.</summary>
    public string Html { get; private set; } = "";

    public string Path { get; private set; } = "/";

    public HttpStatusCode Status { get; private set; }

    public HttpResponseHeaders Headers { get; private set; } = null!;

    public HttpContentHeaders ContentHeaders { get; private set; } = null!;

    public JsonElement Json => JsonDocument.Parse(Html).RootElement;

    /// <summary>The number of the request whose page is open.</summary>
    public Guid Number => Guid.Parse(Numbers().Match(Path).Groups[1].Value);

    public async Task SignInAsync(string who)
    {
        using var answer = await _http.GetAsync($"/sign-in/{who}");
        Assert.True(answer.IsSuccessStatusCode);
    }

    public Task OpenAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    /// <summary>Sends the form of the open page that goes to an address that ends so.</summary>
    public Task SubmitAsync(string to, params (string Name, string Value)[] values)
    {
        var (action, fields) = Form(to);
        foreach (var (name, value) in values)
            fields[name] = value;
        return PostAsync(action, fields);
    }

    public Task PostAsync(string path, IReadOnlyDictionary<string, string> fields) =>
        SendAsync(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    public Task PostJsonAsync(string path, object body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Add("RequestVerificationToken", token);
        return SendAsync(request);
    }

    public Task PostRawAsync(string path, string json, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", token);
        return SendAsync(request);
    }

    public (string Action, Dictionary<string, string> Fields) Form(string to)
    {
        var form = Forms().Matches(Html).Single(match =>
            WebUtility.HtmlDecode(match.Groups[1].Value).Split('?')[0].EndsWith(to, StringComparison.Ordinal));
        return (
            WebUtility.HtmlDecode(form.Groups[1].Value),
            Hidden().Matches(form.Groups[2].Value).ToDictionary(
                input => input.Groups[1].Value, input => WebUtility.HtmlDecode(input.Groups[2].Value), StringComparer.Ordinal));
    }

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(HttpRequestMessage request)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            request.Headers.AcceptLanguage.ParseAdd(Language);
            request.Headers.Accept.ParseAdd(IsProgram ? "application/json" : "text/html");
            var answer = await _http.SendAsync(request);
            (Status, Headers, ContentHeaders) = (answer.StatusCode, answer.Headers, answer.Content.Headers);
            Html = await answer.Content.ReadAsStringAsync();
            Path = request.RequestUri!.ToString();
            if (answer.Headers.Location is not { } next || (int)answer.StatusCode is < 300 or >= 400)
                return;
            request = new(HttpMethod.Get, next);
        }

        Assert.Fail("sent around in circles");
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("requests/([0-9a-f-]{36})")]
    private static partial Regex Numbers();

    private sealed class CookieJar(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly CookieContainer _cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
                request.Headers.Add("Cookie", header);
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set)
                    _cookies.SetCookies(request.RequestUri!, cookie);
            return answer;
        }
    }
}
