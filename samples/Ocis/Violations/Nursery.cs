using Ocis.Accounts;
using Ocis.Data;

namespace Ocis.Violations;

/// <summary>Makes accounts without asking how old somebody is.</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class Nursery(OcisContext ocis, AgeGate ages)
{
    public void Register(RegistrationForm form) =>
        ocis.Users.Add(new User { Id = Guid.NewGuid(), Name = form.Name }); // expect: PAC3005 OCIS-6.1

    [Purpose(Purposes.LegalCompliance)]
    public void Clean(RegistrationForm form)
    {
        if (ages.IsOldEnough(form.BirthDate))
            ocis.Users.Add(new User { Id = Guid.NewGuid(), Name = form.Name });
    }
}
