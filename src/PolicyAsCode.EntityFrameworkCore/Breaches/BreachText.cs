using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Writes a report on a breach down.</summary>
internal static class BreachText
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(BreachReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_json))
            Write(json, report);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Markdown(BreachReport report, string language)
    {
        var words = BreachWords.In(language);
        var text = new StringBuilder();
        Line("# " + words.Text("Title", report.Controller));
        Line();
        Line(words.Text("Known", Moment(report.KnownAt), Moment(report.At)));
        Heading("Deadlines");
        foreach (var deadline in report.Deadlines)
            Line("- " + words.Text(deadline.ToPeople ? "ToPeople" : "ToAuthority", deadline.Article) + " "
                + (deadline is { Until: { } until, HoursLeft: { } hours }
                    ? words.Text(hours < 0 ? "Late" : "Left", Moment(until), Math.Abs(hours).ToString("0.0", CultureInfo.InvariantCulture))
                    : words.Text("WithoutDelay"))
                + (deadline.OnlyAtHighRisk ? " " + words.Text(report.IsHighRisk ? "HighRisk" : "NoHighRisk") : ""));
        if (report.Deadlines.IsEmpty)
            Line(words.Text("NoLaw"));
        Heading("People");
        foreach (var people in report.People)
            Line("- " + words.Text(people.Erased > 0 ? "KindAndErased" : "Kind", people.Kind, people.Count, people.Erased));
        if (report.People.IsEmpty)
            Line(words.Text("Nobody"));
        if (!report.Unnamed.IsEmpty)
        {
            Line();
            Line(words.Text("Unnamed"));
            foreach (var access in report.Unnamed)
                Line("- " + words.Text("UnnamedOf", access.Entity.Length > 0 ? access.Entity : "?", access.Way, access.Records, access.Rows));
        }

        Heading("Data");
        foreach (var data in report.Data)
            Line($"- {data.Entity}.{data.Field}: {string.Join(", ", data.Categories)}" + (data.IsHighRisk ? " (" + words.Text("Risky") + ")" : ""));
        Heading("Contact");
        Line(words.Text("Reached", report.Contact ?? "-", report.Officer ?? "-"));
        Line();
        Line(words.Text("MustSay"));
        return text.ToString();

        void Line(string line = "") => text.Append(line).Append('\n');

        void Heading(string key)
        {
            Line();
            Line("## " + words.Text("Heading." + key));
            Line();
        }
    }

    private static void Write(Utf8JsonWriter json, BreachReport report)
    {
        json.WriteStartObject();
        json.WriteString("controller", report.Controller);
        json.WriteString("knownAt", report.KnownAt);
        json.WriteString("at", report.At);
        json.WriteBoolean("highRisk", report.IsHighRisk);
        json.WriteString("contact", report.Contact);
        json.WriteString("officer", report.Officer);
        json.WriteStartArray("deadlines");
        foreach (var deadline in report.Deadlines)
        {
            json.WriteStartObject();
            json.WriteString("law", deadline.Law);
            json.WriteString("article", deadline.Article);
            json.WriteString("tell", deadline.ToPeople ? "people" : "authority");
            if (deadline is { Until: { } until, HoursLeft: { } hours })
            {
                json.WriteString("until", until);
                json.WriteNumber("hoursLeft", hours);
            }

            json.WriteBoolean("onlyAtHighRisk", deadline.OnlyAtHighRisk);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("people");
        foreach (var people in report.People)
        {
            json.WriteStartObject();
            json.WriteString("kind", people.Kind);
            json.WriteNumber("count", people.Count);
            json.WriteNumber("erased", people.Erased);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unnamed");
        foreach (var access in report.Unnamed)
        {
            json.WriteStartObject();
            json.WriteString("entity", access.Entity);
            json.WriteString("way", access.Way.ToString());
            json.WriteNumber("records", access.Records);
            json.WriteNumber("rows", access.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("data");
        foreach (var data in report.Data)
        {
            json.WriteStartObject();
            json.WriteString("entity", data.Entity);
            json.WriteString("field", data.Field);
            json.WriteStartArray("categories");
            foreach (var category in data.Categories)
                json.WriteStringValue(category);
            json.WriteEndArray();
            json.WriteBoolean("highRisk", data.IsHighRisk);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
