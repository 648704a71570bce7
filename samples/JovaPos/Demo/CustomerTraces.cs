using System.Data;
using System.Globalization;
using System.Text;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary>
/// Looks through every column of every table for what a customer is known by. It knows nothing of the policy: it takes
/// what the customer's own row holds before an erasure and reads the whole database for it afterwards.
/// </summary>
[Purpose(Purposes.RightsHandling)]
internal sealed class CustomerTraces
{
    [DataCategory(
        Categories.Contact.Name, Categories.Contact.Email, Categories.Contact.Phone, Categories.Contact.Address)]
    private readonly string[] _identifiers;

    private CustomerTraces(string[] identifiers) => _identifiers = identifiers;

    /// <summary>By how many things the customer is known.</summary>
    public int Identifiers => _identifiers.Length;

    public static async Task<CustomerTraces> OfAsync(ShopContext shop, Guid customerId, CancellationToken cancel)
    {
        var customer = await shop.Customers.AsNoTracking().SingleAsync(known => known.Id == customerId, cancel);
        string?[] identifiers =
            [customer.Id.ToString(), customer.Name, customer.Email, customer.Phone, customer.Address];
        return new CustomerTraces([.. identifiers.OfType<string>().Where(identifier => identifier.Length > 0)]);
    }

    /// <summary>The entities in which the customer can be recognised, with the number of rows.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(ShopContext shop, CancellationToken cancel)
    {
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (entity, table, _) in RowCensus.Tables(shop))
        {
            var rows = await RowCensus.QueryAsync(shop, $"SELECT * FROM {table}", Recognises, cancel)
                .CountAsync(hit => hit, cancel);
            if (rows > 0)
                found[entity] = rows;
        }

        return found;
    }

    private bool Recognises(IDataRecord row)
    {
        for (var column = 0; column < row.FieldCount; column++)
        {
            var text = row.GetValue(column) switch
            {
                DBNull => "",
                byte[] bytes => Encoding.UTF8.GetString(bytes),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            };
            if (_identifiers.Any(identifier => text.Contains(identifier, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }
}
