using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAsCode.EntityFrameworkCore;

namespace Cellar.Violations
{
    /// <summary>PAC4006: a sealed address that a bulk update would write; and the same, saved.</summary>
    [Audits]
    [Purpose(Purposes.Communication)]
    public sealed class AddressBook(CellarContext cellar)
    {
        public static void Configure(EntityTypeBuilder<Customer> customer) => customer.Property(row => row.Email).IsEncrypted();

        public Task<int> Correct(Guid id, [DataCategory(Categories.Contact.Email)] string email) =>
            cellar.Customers.Where(customer => customer.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Email, email)); // expect: PAC4006

        public async Task CleanCorrect(Guid id, [DataCategory(Categories.Contact.Email)] string email)
        {
            var customer = await cellar.Customers.SingleAsync(one => one.Id == id);
            customer.Email = email;
            await cellar.SaveChangesAsync();
        }
    }
}

// What the run time has; it is not referred to here.
namespace PolicyAsCode.EntityFrameworkCore
{
    public static class EncryptionModelBuilderExtensions
    {
        public static PropertyBuilder<TProperty> IsEncrypted<TProperty>(this PropertyBuilder<TProperty> property) => property;
    }
}
