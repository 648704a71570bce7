using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>One page while it is written: its language, where the pages lie, and how it answers.</summary>
internal sealed class Page
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpContext _http;
    private readonly string? _lang;

    public Page(HttpContext http, string prefix, string language)
    {
        _http = http;
        Prefix = prefix.TrimEnd('/');
        Words = PageCatalog.Of(http.Request, language);
        _lang = PageCatalog.Find(http.Request.Query["lang"].ToString())?.Language;
        http.Items[typeof(Page)] = this;
    }

    public PageCatalog Words { get; }

    public string Prefix { get; }

    /// <summary>Whether JSON is wanted, and no page.</summary>
    public bool IsJson
    {
        get
        {
            var accepted = _http.Request.Headers.Accept.ToString();
            return accepted.Contains("application/json", StringComparison.OrdinalIgnoreCase)
                && !accepted.Contains("text/html", StringComparison.OrdinalIgnoreCase);
        }
    }

    public static Page Of(HttpContext http) => (Page)http.Items[typeof(Page)]!;

    /// <summary>The address of a page of ours, in the language that was chosen.</summary>
    public string Link(string path, string? query = null)
    {
        var parts = new[] { _lang is null ? null : "lang=" + _lang, query }.Where(part => part is not null);
        var tail = string.Join('&', parts);
        return _http.Request.PathBase + Prefix + path + (tail.Length > 0 ? "?" + tail : "");
    }

    /// <summary>The same page in another language.</summary>
    public string In(string language) =>
        (_http.Request.PathBase + _http.Request.Path).ToUriComponent() + "?lang=" + language;

    /// <summary>The token that a form carries, and a header of whoever sends JSON.</summary>
    public string Token() => Antiforgery().GetAndStoreTokens(_http).RequestToken!;

    /// <summary>The beginning of a form that is sent to a page of ours.</summary>
    public Html FormTo(string path) =>
        $"""<form method="post" action="{Link(path)}"><input type="hidden" name="{Field()}" value="{Token()}">""";

    public IResult Answer(string title, Html body, object? json = null, int status = StatusCodes.Status200OK) =>
        IsJson && json is not null
            ? Results.Json(json, s_json, statusCode: status)
            : new HtmlAnswer(Shell.Around(this, Controller(), title, body).ToString(), status);

    /// <summary>Says what is wrong, as a page or as problem details.</summary>
    public IResult Failed(int status, string key)
    {
        var title = Words[key + ".Title"];
        var text = Words[key + ".Text"];
        if (IsJson)
            return Results.Problem(text, statusCode: status, title: title);
        return Answer(title, $"""
            <h1>{title}</h1><p class="lead">{text}</p>
            <p><a class="button" href="{Link("/")}">{Words["Back"]}</a></p>
            """, status: status);
    }

    /// <summary>After a form: the browser goes on to a page, which a reload shows once more; a program gets the answer.</summary>
    public IResult Onward(string path, object json, int status = StatusCodes.Status200OK, string? query = null)
    {
        if (IsJson)
            return Results.Json(json, s_json, statusCode: status);
        _http.Response.Headers.Location = Link(path, query);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private string Controller() => _http.RequestServices.GetRequiredService<PolicyRights>().Controller;

    private IAntiforgery Antiforgery() => _http.RequestServices.GetRequiredService<IAntiforgery>();

    private string Field() => Antiforgery().GetAndStoreTokens(_http).FormFieldName;

    private sealed class HtmlAnswer(string html, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
