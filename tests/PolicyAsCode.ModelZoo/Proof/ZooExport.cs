using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.ModelZoo.Proof;

/// <summary>What holds for the copy of a person, whatever the shape.</summary>
internal static class ZooExport
{
    /// <summary>
    /// Everything that says the person's name in the database is in their copy but for secrets, and nothing that says
    /// anybody else's; of each entity that an erasure changes and the policy calls personal there are rows.
    /// </summary>
    public static async Task WritesAsync(Shape shape, Provider provider, bool isHidden)
    {
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        var ana = ZooProof.Ana with { IsHidden = isHidden };
        await database.AddCommonAsync();
        await database.AddAsync(ZooContext.Friend, ZooProof.Citra);
        var others = await database.DumpAsync();
        await database.AddAsync(ana);
        var hers = (await database.DumpAsync()).Except(others).ToList();

        await using var db = database.Connect();
        // The first copy of a model asks query by query, those after it join what they ask: both say the same, whoever came between.
        using var first = new MemoryStream();
        using var stream = new MemoryStream();
        await shape.Export(db, ZooProof.Now).ExportAsync(db.Subject, db.SubjectId(ana), first);
        await shape.Export(db, ZooProof.Now).ExportAsync(db.Subject, db.SubjectId(ZooProof.Citra), Stream.Null);
        var receipt = await shape.Export(db, ZooProof.Now).ExportAsync(db.Subject, db.SubjectId(ana), stream);
        Assert.Equal(first.ToArray(), stream.ToArray());

        Assert.Equal(ExportOutcome.Written, receipt.Outcome);
        Assert.Equal(stream.Length, receipt.Bytes);
        Assert.Equal(db.SubjectId(ana), receipt.SubjectId);
        using var copy = JsonDocument.Parse(stream.ToArray());
        Assert.True(copy.RootElement.GetProperty("complete").GetBoolean());
        var data = copy.RootElement.GetProperty("data");
        Assert.Equal(
            receipt.Entries.Select(entry => (entry.Entity, entry.Rows)),
            data.EnumerateArray().Select(entity => (entity.GetProperty("entity").GetString()!, entity.GetProperty("rows").GetArrayLength())));

        var texts = Texts(data).ToList();
        Assert.DoesNotContain(texts, text => Says(text, ZooContext.Friend) || Says(text, ZooProof.Citra));
        foreach (var marker in hers.SelectMany(row => row.Split(" | ")).SelectMany(column => Markers(column, ana)).Distinct())
            if (!db.NotInCopies.Contains(marker, StringComparer.OrdinalIgnoreCase))
                Assert.Contains(texts, text => text.Contains(marker, StringComparison.OrdinalIgnoreCase));

        var erased = await shape.Erasure(db, ZooProof.Now).EraseAsync(db.Subject, db.SubjectId(ana), new(DryRun: true));
        foreach (var entry in erased.Entries.Where(entry => entry.Rule.Fields.Length > 0 && entry.Action is PrivacyAction.Erased or PrivacyAction.Blanked))
            Assert.Contains(receipt.Entries, written => written.Entity == entry.Entity);
    }

    /// <summary>What a column says of the person: <c>ana's street</c>, also in JSON, or the name alone.</summary>
    private static IEnumerable<string> Markers(string column, Somebody who) =>
        from Match match in Regex.Matches(column.Replace("\\u0027", "'", StringComparison.Ordinal), who.Name + "('s [a-z]+)?", RegexOptions.IgnoreCase)
        select match.Value;

    private static bool Says(string text, Somebody who) => text.Contains(who.Name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Texts(JsonElement data) =>
        data.EnumerateArray().SelectMany(entity => All(entity.GetProperty("rows")));

    private static IEnumerable<string> All(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => All(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(All),
        JsonValueKind.Null => [],
        _ => [element.ToString()],
    };
}
