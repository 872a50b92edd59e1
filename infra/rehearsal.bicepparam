using 'main.bicep'

// A rehearsal, in a resource group of its own that is thrown away afterwards. README.md, "From nothing to the first rehearsal".

param appName = 'foirehearse'

// Any number: another number is another play. Only with a register whose addresses all end in .example.
param rehearsalSeed = '7'

// Leave empty in the first pass. Then the application (client) id of the Entra registration (step 4).
param authClientId = ''

param image = 'foi:1'
param planSku = 'B2'

// Nothing here is worth three copies.
param evidenceRedundancy = 'Standard_LRS'

// Your own object id, so that you can open the round from your laptop.
//   az ad signed-in-user show --query id --output tsv
param editors = []

// Who is told when something fails. Empty: nobody.
param alertAddress = ''
