using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Notes the rows that a query makes; they are recorded when its reader is done.</summary>
internal sealed class AuditRowInterceptor(AuditTrail trail) : IMaterializationInterceptor
{
    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (!trail.Options.Reads || trail.ModelOf((IModel)materializationData.EntityType.Model).Of(materializationData.EntityType) is not { } row)
            return entity;
        var session = AuditSession.Of(materializationData.Context);
        if (session.IsSilent)
            return entity;
        trail.EnsureRoom();
        var spots = new PersonSpot?[row.Parts.Count];
        for (var i = 0; i < spots.Length; i++)
            spots[i] = row.Parts[i].Way?.From(property => materializationData.GetPropertyValue(property));
        for (var i = 0; i < spots.Length; i++)
        {
            if (spots[i] is null && row.IsElsewhere(i, other => spots[other] is not null))
                continue;
            var part = row.Parts[i];
            if (!session.Read.TryGetValue(part, out var read))
                session.Read.Add(part, read = new(row));
            Note(read, spots[i]);
        }

        return entity;
    }

    private void Note(ReadRows read, PersonSpot? spot)
    {
        read.Rows++;
        if (read.People is not { } people)
            return;
        if (spot is not { } somebody)
            read.Nobodys++;
        else if (people.TryGetValue(somebody, out var rows))
            people[somebody] = rows + 1;
        else if (people.Count < trail.Options.PeoplePerQuery)
            people.Add(somebody, 1);
        else
            read.People = null;
    }
}
