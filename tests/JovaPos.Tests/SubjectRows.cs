using JovaPos.Data;

namespace JovaPos.Tests;

/// <summary>
/// Which rows are about a customer, and by what the customer is known: followed by hand over the columns, in a snapshot
/// taken before an erasure.
/// </summary>
internal sealed class SubjectRows
{
    private readonly HashSet<(string Table, string Id)> _rows = [];

    public SubjectRows(Snapshot before, Guid customerId)
    {
        var id = customerId.ToString().ToUpperInvariant();
        Identifiers = [id, .. Texts(before, id)];
        Add(before, "Customers", "Id", [id]);
        string[] direct =
        [
            "Orders", "Feedback", "CampaignMessages", "Recommendations", "SignIns", "FraudSignals", "PurposeConsents",
            "CookieConsents", "DeletionEvidence",
        ];
        foreach (var table in direct)
            Add(before, table, "CustomerId", [id]);

        var orders = Ids("Orders");
        foreach (var table in (string[])["OrderLines", "Payments", "Deliveries"])
            Add(before, table, "OrderId", orders);
        Add(before, "WarrantyClaims", "OrderLineId", Ids("OrderLines"));
    }

    /// <summary>Texts that lead to the customer.</summary>
    public IReadOnlyCollection<string> Identifiers { get; }

    public IReadOnlyCollection<(string Table, string Id)> Rows => _rows;

    public bool Contains((string Table, string Id) row) => _rows.Contains(row);

    private static IEnumerable<string> Texts(Snapshot before, string id)
    {
        var customer = before["Customers"][id];
        foreach (var column in (string[])["Name", "Email", "Phone", "Address", "PasswordHash"])
        {
            if (customer[column] is { Length: > 0 } text)
                yield return text;
        }
    }

    private void Add(Snapshot before, string table, string column, IReadOnlyCollection<string> values)
    {
        foreach (var (id, row) in before[table])
        {
            if (row[column] is { } value && values.Contains(value))
                _rows.Add((table, id));
        }
    }

    private string[] Ids(string table) => [.. _rows.Where(row => row.Table == table).Select(row => row.Id)];
}
