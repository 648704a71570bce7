using System.Text.Json;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The frame of a copy: what the policy says, the labels, where entities and stores begin and end.</summary>
internal sealed class ExportDocument(
    Utf8JsonWriter json, ExportPolicy policy, ExportOptions options, DateTimeOffset now, string subject, string id)
{
    /// <summary>The form of the document; another number means that something has another place.</summary>
    internal const string Format = "policyascode/subject-export/1";

    private readonly ExportWords _words = ExportWords.In(options.Language);
    private readonly Dictionary<string, ExportTerm> _categories =
        policy.Categories.ToDictionary(category => category.Category.Key, category => category.Category, StringComparer.Ordinal);

    public void Begin()
    {
        json.WriteStartObject();
        json.WriteString("format"u8, Format);
        json.WriteString("kind"u8, ExportColumns.Key(options.Kind.ToString()));
        json.WriteString("language"u8, _words.Language);
        json.WriteString("writtenAt"u8, now);
        json.WriteStartObject("subject"u8);
        json.WriteString("kind"u8, subject);
        json.WriteString("label"u8, policy.Subject.In(_words));
        json.WriteString("id"u8, id);
        json.WriteEndObject();
        json.WriteStartObject("controller"u8);
        json.WriteString("name"u8, policy.Controller);
        Optional("email", policy.Email);
        Optional("phone", policy.Phone);
        Optional("dataProtectionOfficer", policy.Officer);
        json.WriteEndObject();
        json.WriteStartObject("policy"u8);
        json.WriteString("name"u8, policy.Name);
        json.WriteNumber("version"u8, policy.Version);
        json.WriteEndObject();
        if (options.Kind == ExportKind.Access)
            About();
        json.WriteStartArray("data"u8);
    }

    public void BeginEntity(ExportEntity entity)
    {
        json.WriteStartObject();
        json.WriteString("entity"u8, entity.Name);
        Optional("as", entity.Side is { } side ? ExportColumns.Key(side) : null);
        json.WriteString("label"u8, options.Label?.Invoke(entity.Name) ?? Own("Entity", entity.Name));
        json.WriteStartArray("fields"u8);
        Fields(entity.Name, "", "", entity.Fields, Shared(entity.Fields));
        json.WriteEndArray();
        json.WriteStartArray("rows"u8);
    }

    public void EndEntity()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void EndData()
    {
        json.WriteEndArray();
        if (options.Stores.Count > 0)
            json.WriteStartArray("stores"u8);
    }

    public void BeginStore(string name)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WritePropertyName("data"u8);
    }

    public void EndStore() => json.WriteEndObject();

    public void End()
    {
        if (options.Stores.Count > 0)
            json.WriteEndArray();
        json.WriteBoolean("complete"u8, true);
        json.WriteEndObject();
    }

    private void About()
    {
        json.WriteStartArray("categories"u8);
        foreach (var category in policy.Categories)
            Category(category);
        json.WriteEndArray();
        json.WriteStartArray("rights"u8);
        foreach (var right in policy.Rights)
            Word("Right", right);
        json.WriteEndArray();
        json.WriteString("complaint"u8, _words.Text("Complaint"));
    }

    private void Category(ExportCategory category)
    {
        json.WriteStartObject();
        Term(category.Category);
        json.WriteString("definition"u8, _words.IsIndonesian ? category.DefinitionInIndonesian ?? category.Definition : category.Definition);
        json.WriteStartArray("purposes"u8);
        foreach (var purpose in category.Purposes)
        {
            json.WriteStartObject();
            Term(purpose.Purpose);
            if (purpose.Basis is { } basis)
            {
                json.WritePropertyName("basis"u8);
                Word("Basis", basis);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("recipients"u8);
        foreach (var recipient in category.Recipients)
            Recipient(recipient);
        json.WriteEndArray();
        json.WriteStartArray("sources"u8);
        foreach (var source in category.Sources)
        {
            json.WriteStartObject();
            Term(source.Source);
            if (source.From is { } from)
            {
                json.WritePropertyName("from"u8);
                Word("From", from);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (category.Retention is { } retention)
            Retention(retention);
        json.WriteStartArray("clauses"u8);
        foreach (var clause in category.Clauses)
            json.WriteStringValue(clause);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Recipient(ExportRecipient recipient)
    {
        json.WriteStartObject();
        Term(recipient.Recipient);
        if (recipient.OnLegalRequest)
            json.WriteBoolean("onlyOnLegalRequest"u8, true);
        if (!recipient.Regions.IsEmpty)
        {
            json.WriteStartArray("countries"u8);
            foreach (var region in recipient.Regions)
                json.WriteStringValue(region);
            json.WriteEndArray();
        }

        if (recipient.Safeguard is { } safeguard)
        {
            json.WritePropertyName("safeguard"u8);
            Word("Safeguard", safeguard);
        }

        json.WriteEndObject();
    }

    private void Retention(ExportRetention retention)
    {
        json.WriteStartObject("retention"u8);
        Optional("atMost", retention.AtMost);
        Optional("atLeast", retention.AtLeast);
        Optional("from", retention.From?.Key);
        if (retention.From is not null)
            json.WriteString("then"u8, ExportColumns.Key(retention.Then.ToString()));
        json.WriteString("label"u8, Words(retention));
        json.WriteEndObject();
    }

    private string Words(ExportRetention retention)
    {
        if (retention.From is null)
            return _words.Text("Retention.Never");
        var from = retention.From.In(_words);
        var parts = new List<string>();
        if (retention.AtLeast is { } least)
            parts.Add(retention.BecauseIn(_words) is { } because
                ? _words.Text("Retention.AtLeastBecause", _words.Duration(least), from, because)
                : _words.Text("Retention.AtLeast", _words.Duration(least), from));
        if (retention.AtMost is { } most)
            parts.Add(_words.Text("Retention.AtMost", _words.Duration(most), from));
        parts.Add(_words.Text($"Retention.Then.{retention.Then}"));
        return string.Join(", ", parts);
    }

    private void Fields(
        string entity, string path, string name, IEnumerable<ExportField> fields, IReadOnlyDictionary<string, int> shared)
    {
        foreach (var field in fields.Where(field => field.IsIn(options.Kind)))
        {
            if (field.Items is { } items)
            {
                Fields(entity, $"{path}{ExportColumns.Path(field.Name)}[].", $"{name}{field.Name}.", items.Fields, shared);
                continue;
            }

            json.WriteStartObject();
            json.WriteString("key"u8, path + ExportColumns.Path(field.Name));
            json.WriteString("label"u8, options.Label?.Invoke($"{entity}.{name}{field.Name}") ?? Label(field, name + field.Name, shared));
            if (!field.Categories.IsEmpty)
            {
                json.WriteStartArray("categories"u8);
                foreach (var category in field.Categories)
                    json.WriteStringValue(category);
                json.WriteEndArray();
            }

            if (field.IsWithheld)
                json.WriteString("withheld"u8, _words.Text("Withheld"));
            json.WriteEndObject();
        }
    }

    /// <summary>
    /// What a field is called: the code's names are English; in Indonesian the category says it, with the name behind it
    /// where several fields share it.
    /// </summary>
    private string Label(ExportField field, string name, IReadOnlyDictionary<string, int> shared)
    {
        var humanised = ExportWords.Humanised(name);
        if (!_words.IsIndonesian || field.Categories.IsEmpty || !_categories.TryGetValue(field.Categories[0], out var category))
            return humanised;
        return shared[field.Categories[0]] == 1 ? category.Indonesian : $"{category.Indonesian} ({humanised})";
    }

    private static Dictionary<string, int> Shared(IEnumerable<ExportField> fields) => All(fields)
        .SelectMany(field => field.Categories.Take(1)).GroupBy(category => category, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static IEnumerable<ExportField> All(IEnumerable<ExportField> fields) =>
        fields.SelectMany(field => field.Items is { } items ? All(items.Fields) : [field]);

    private string Own(string area, string name) =>
        _words.Of(area, name) is { } own && own != name ? own : ExportWords.Humanised(name);

    private void Term(ExportTerm term)
    {
        json.WriteString("key"u8, term.Key);
        json.WriteString("label"u8, term.In(_words));
    }

    private void Word(string area, string word)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, word);
        json.WriteString("label"u8, _words.Of(area, word));
        json.WriteEndObject();
    }

    private void Optional(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
