using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Building;

/// <summary>
/// Draws up the map: which data serves which purpose, and who gets it for that. What nobody else gets stays with the
/// controller, which has a place of its own.
/// </summary>
internal sealed class MapBuilder(PolicyModel policy, ReportWords words)
{
    private static readonly Named s_none = new("", "");

    /// <summary>The map.</summary>
    public DataMap Build()
    {
        var isGrouped = policy.Data.Select(one => one.Category).Distinct().Count() > DataMap.MostCategories;
        var uses = policy.Data.SelectMany(one => one.Purposes.Select(purpose => (Data: one, Purpose: purpose)))
            .GroupBy(one => (one.Data.Category, one.Purpose)).Select(same => same.ToArray()).ToArray();

        var categories = InOrder(uses.Select(same => Shown(same[0].Data.Category, isGrouped)));
        var purposes = ByCentre(
            uses.Select(same => (From: categories.IndexOf(Shown(same[0].Data.Category, isGrouped)), To: same[0].Purpose)));
        var handed = uses.SelectMany(same => Receivers(same).Select(recipient => (From: purposes.IndexOf(same[0].Purpose), To: recipient)))
            .ToArray();
        var recipients = ByCentre(handed.Where(one => one.To is not null).Select(one => (one.From, To: one.To!)));
        var stays = Array.Exists(handed, one => one.To is null);

        var toPurposes = categories.Count;
        var toRecipients = toPurposes + purposes.Count;
        return new(
            [
                .. categories.Select(one => new MapPlace(MapColumn.Data, words.Name(one), words.Name(one.SelfAndBroader().Last()))),
                .. purposes.Select(one => new MapPlace(MapColumn.Purpose, words.Name(one), s_none)),
                .. recipients.Select(one => new MapPlace(MapColumn.Recipient, words.Name(one), s_none)),
                .. stays ? [new MapPlace(MapColumn.Recipient, new("controller", words.Say("Report.Map.Stays", policy.Header.Title)), s_none, true)]
                    : ImmutableArray<MapPlace>.Empty,
            ],
            [
                .. Flows(uses.Select(same => (categories.IndexOf(Shown(same[0].Data.Category, isGrouped)), toPurposes + purposes.IndexOf(same[0].Purpose)))),
                .. Flows(handed.Select(one => (
                    toPurposes + one.From, toRecipients + (one.To is { } to ? recipients.IndexOf(to) : recipients.Count)))),
            ])
        {
            IsGrouped = isGrouped,
        };
    }

    // Null stands for the controller: nobody else gets it for this.
    private IEnumerable<Term?> Receivers((DataStatement Data, Term Purpose)[] same)
    {
        var all = policy.Recipients.Where(one => one.Receives.Any(category => DataEntries.Overlap(category, same[0].Data.Category))
                && one.Purposes.Any(purpose => DataEntries.Overlap(purpose, same[0].Purpose)))
            .Select(one => (Term?)one.Recipient).Distinct().ToArray();
        return all.Length == 0 ? [null] : all;
    }

    private static Term Shown(Term category, bool isGrouped) => isGrouped ? category.SelfAndBroader().Last() : category;

    private static IEnumerable<MapFlow> Flows(IEnumerable<(int From, int To)> flows) =>
        flows.GroupBy(one => one).Select(same => new MapFlow(same.Key.From, same.Key.To, same.Count()))
            .OrderBy(one => one.From).ThenBy(one => one.To);

    // Groups stay together, in the vocabulary's order.
    private static List<Term> InOrder(IEnumerable<Term> categories) =>
        [.. categories.Distinct().OrderBy(one => one.SelfAndBroader().Last().Index).ThenBy(one => one.Index)];

    // Beside where most of what flows in comes from, so that few flows cross.
    private static List<Term> ByCentre(IEnumerable<(int From, Term To)> flows) =>
        [.. flows.GroupBy(one => one.To).OrderBy(same => same.Average(one => one.From)).ThenBy(same => same.Key.Index).Select(same => same.Key)];
}
