using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Privacy;

/// <summary>Puts right what is wrong about a customer [JOVA-4.2]. The email address is whom they sign in as: it stays.</summary>
[Purpose(Purposes.RightsHandling)]
public sealed class CustomerCorrections(ShopContext shop) : ISubjectRectification
{
    public const string Name = "Customer.Name";
    public const string Phone = "Customer.Phone";
    public const string Address = "Customer.Address";

    public async Task<IReadOnlyList<string>> CorrectAsync(
        string subject, string subjectId, IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel)
    {
        var id = Guid.Parse(subjectId);
        var customer = await shop.Customers.SingleAsync(known => known.Id == id, cancel);
        foreach (var correction in corrections)
        {
            if (correction.Field == Name)
                customer.Name = correction.Value;
            else if (correction.Field == Phone)
                customer.Phone = correction.Value;
            else if (correction.Field == Address)
                customer.Address = correction.Value;
            else
                throw new InvalidOperationException($"{correction.Field} is not corrected by request.");
        }

        var entry = shop.Entry(customer);
        var changed = entry.Properties.Where(property => property.IsModified)
            .Select(property => $"{nameof(Customer)}.{property.Metadata.Name}").ToList();
        await shop.SaveChangesAsync(cancel);
        return changed;
    }
}
