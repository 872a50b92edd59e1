using 'main.bicep'

// The round in earnest. Fill in this file, then follow README.md. What is not named here keeps the value that main.bicep gives.

// A short name of your own, lower-case letters and digits, 3 to 11 of them. All resources carry it.
param appName = 'foi'

// Leave empty in the first pass. Then the application (client) id of the Entra registration (README.md, step 4).
param authClientId = ''

// The image as it was built (README.md, step 3).
param image = 'foi:1'

// B2 for hundreds of authorities; EP1 and more instances for tens of thousands (README.md, "Which plan").
param planSku = 'B2'
param instances = 1

// Days for which mails, letters and the round itself can be neither changed nor deleted. Think about erasure first (README.md, "Personal data").
param evidenceRetentionDays = 365

// Object ids (not addresses) of people or groups who may work on the round from a laptop, and of those who may only look.
//   az ad user show --id NAME@YOUR-TENANT --query id --output tsv
param editors = []
param readers = []

// Who is told when something fails. Empty: nobody.
param alertAddress = ''

// True only if the mail transport has a password.
param mailNeedsSecret = false
